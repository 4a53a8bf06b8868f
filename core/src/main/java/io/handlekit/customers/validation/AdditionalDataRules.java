package io.handlekit.customers.validation;

import static java.util.Map.entry;

import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.internal.Dates;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.validation.internal.FindingsCollector;
import java.util.Map;
import java.util.Set;

/** Rules for the dates, countries and texts of additional data that the vendor's tables have a code for. */
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

    private AdditionalDataRules() {}

    static void check(AdditionalData data, FindingsCollector findings) {
        if (data.values().isEmpty()) {
            return;
        }
        for (AdditionalField field : AdditionalField.values()) {
            String text = data.get(field).orElse("");
            if (CODES.containsKey(field) && !text.isEmpty()) {
                check("additional_data." + field.wireName(), field, CODES.getOrDefault(field, 0), text, findings);
            }
        }
    }

    private static void check(String path, AdditionalField field, int code, String text, FindingsCollector findings) {
        if (DATES.contains(field)) {
            if (!Dates.isDate(text)) {
                findings.warning(path, code, "not a date of the form YYYY-MM-DD");
            }
        } else if (COUNTRIES.contains(field)) {
            if (!Countries.isCode(text)) {
                findings.warning(path, code, "not a country code of ISO 3166-1");
            }
        } else {
            findings.refuseControls(path, code, text);
        }
    }
}
