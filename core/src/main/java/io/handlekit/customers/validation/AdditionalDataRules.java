package io.handlekit.customers.validation;

import static java.util.Map.entry;

import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.internal.Dates;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.validation.internal.FindingsCollector;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules for the known fields of additional data. The vendor's tables have codes for some of them. */
final class AdditionalDataRules {
    private static final Map<AdditionalField, Integer> CODES = Map.ofEntries(
            entry(AdditionalField.COMPANY_URL, 169),
            entry(AdditionalField.BIRTH_CITY, 6001),
            entry(AdditionalField.BIRTH_ADDRESS, 6002),
            entry(AdditionalField.BIRTH_COUNTRY, 6004),
            entry(AdditionalField.BIRTH_DATE, 6005),
            entry(AdditionalField.BIRTH_STATE, 6006),
            entry(AdditionalField.BIRTH_ZIPCODE, 6007),
            entry(AdditionalField.HEADQUARTERS_ADDRESS, 6008),
            entry(AdditionalField.HEADQUARTERS_CITY, 6009),
            entry(AdditionalField.HEADQUARTERS_COUNTRY, 6011),
            entry(AdditionalField.HEADQUARTERS_STATE, 6012),
            entry(AdditionalField.HEADQUARTERS_ZIPCODE, 6013),
            entry(AdditionalField.SOCIAL_SECURITY_NUMBER, 6014),
            entry(AdditionalField.COMPANY_REGISTRATION_CITY, 6015),
            entry(AdditionalField.COMPANY_REGISTRATION_NUMBER, 6016),
            entry(AdditionalField.COMPANY_REGISTRATION_SUBSCRIPTION_DATE, 6017));
    private static final Set<AdditionalField> DATES =
            Set.of(AdditionalField.BIRTH_DATE, AdditionalField.COMPANY_REGISTRATION_SUBSCRIPTION_DATE);
    private static final Set<AdditionalField> COUNTRIES =
            Set.of(AdditionalField.BIRTH_COUNTRY, AdditionalField.HEADQUARTERS_COUNTRY);

    private static final List<AdditionalField> FIELDS = List.of(AdditionalField.values());

    private AdditionalDataRules() {}

    static void check(AdditionalData data, FindingsCollector findings) {
        if (data.isEmpty()) {
            return;
        }
        for (AdditionalField field : FIELDS) {
            String text = data.get(field).orElse("");
            if (!text.isEmpty()) {
                check(field, text, findings);
            }
        }
        for (int i = 0; i < data.attachedFiles().size(); i++) {
            AttachedFile file = data.attachedFiles().get(i);
            String path = "additional_data.attached_files[" + i + "]";
            findings.checkLine(path + ".description", 0, file.description());
            findings.checkLine(path + ".doc_type", 0, file.docType());
            findings.checkLine(path + ".path", 0, file.path());
        }
    }

    private static void check(AdditionalField field, String text, FindingsCollector findings) {
        if (DATES.contains(field)) {
            if (!Dates.isDate(text)) {
                findings.warning(path(field), code(field), "not a date of the form YYYY-MM-DD");
            }
        } else if (COUNTRIES.contains(field)) {
            if (!Countries.isCode(text)) {
                findings.warning(path(field), code(field), CountryWords.problem(text));
            }
        } else if (!TextRules.isClean(text)) {
            findings.checkLine(path(field), code(field), text);
        }
    }

    private static String path(AdditionalField field) {
        return "additional_data." + field.wireName();
    }

    private static int code(AdditionalField field) {
        return CODES.getOrDefault(field, 0);
    }
}
