package io.handlekit.customers.validation;

import io.handlekit.customers.Change;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.internal.UnicodeText;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.registry.ExtensionField;
import io.handlekit.customers.validation.internal.FindingsCollector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for drafts and changes. A check returns all mistakes at once, before anything is sent.
 *
 * <p>An ERROR means that a required field is missing (article "How to create a customer handle"), or that a field is
 * not in the format that the service's replies or documents define and its tables have a code for. A WARNING means that
 * only some registries refuse the value, that there is no evidence that the service refuses it, or that the service may
 * store it differently: a text that begins or ends with white space, contains invisible characters, or is not in
 * Unicode's normalization form C.
 *
 * <p>A required field is missing if it has only white space and invisible characters; see {@link TextRules#isBlank}. In
 * additional data, fields with unknown names are not checked.
 *
 * <pre>{@code
 * Findings findings = CustomerRules.check(draft);
 * findings.errors();   // [ERROR address.country 121: …]
 * findings.warnings(); // [WARNING address.number 112: …]
 * }</pre>
 */
public final class CustomerRules {
    private static final Set<String> EXTENSION_FIELDS =
            Stream.of(ExtensionField.values()).map(ExtensionField::wireName).collect(Collectors.toUnmodifiableSet());

    private CustomerRules() {}

    /** Returns everything that is wrong with a new customer. */
    public static Findings check(NewCustomer draft) {
        FindingsCollector findings = new FindingsCollector();
        checkName(draft.name(), findings);
        AddressRules.check(draft.address(), findings);
        PhoneRules.checkPhone(draft.phone(), findings);
        PhoneRules.checkFax(draft.fax(), findings);
        EmailRules.check(draft.email(), findings);
        MailboxRules.check(draft.email(), draft.extensionData(), findings);
        findings.checkLine("company_name", 161, draft.companyName());
        findings.checkLine("vat", 162, draft.vat());
        checkLocale(draft.locale(), findings);
        findings.checkStable("comments", draft.comments());
        checkTags(draft.tags(), findings);
        AdditionalDataRules.check(draft.additionalData(), findings);
        checkExtensionData(draft.extensionData(), findings);
        return findings.findings();
    }

    /** Returns everything that is wrong with changes. Sections that are kept or cleared have no findings. */
    public static Findings check(CustomerChanges changes) {
        FindingsCollector findings = new FindingsCollector();
        ifSet(changes.address(), address -> AddressRules.check(address, findings));
        ifSet(changes.phone(), phone -> PhoneRules.checkPhone(phone, findings));
        ifSet(changes.fax(), fax -> PhoneRules.checkFax(fax, findings));
        ifSet(changes.email(), email -> {
            EmailRules.check(email, findings);
            MailboxRules.check(email, setValue(changes.extensionData(), List.of()), findings);
        });
        ifSet(changes.vat(), vat -> findings.checkLine("vat", 162, vat));
        ifSet(changes.locale(), locale -> checkLocale(locale, findings));
        ifSet(changes.comments(), comments -> findings.checkStable("comments", comments));
        ifSet(changes.tags(), tags -> checkTags(tags, findings));
        ifSet(changes.additionalData(), data -> AdditionalDataRules.check(data, findings));
        ifSet(changes.extensionData(), data -> checkExtensionData(data, findings));
        return findings.findings();
    }

    private static <T> void ifSet(Change<T> change, Consumer<T> rule) {
        if (change instanceof Change.Set<T> set) {
            rule.accept(set.value());
        }
    }

    private static <T> T setValue(Change<T> change, T otherwise) {
        return change instanceof Change.Set<T> set ? set.value() : otherwise;
    }

    private static void checkName(PersonName name, FindingsCollector findings) {
        findings.checkLine("name.initials", 101, name.initials());
        if (findings.requireText("name.first_name", 102, name.firstName())) {
            findings.checkLine("name.first_name", 103, name.firstName());
        }
        findings.checkLine("name.prefix", 104, name.prefix());
        if (findings.requireText("name.last_name", 105, name.lastName())) {
            findings.checkLine("name.last_name", 106, name.lastName());
        }
    }

    private static void checkLocale(String locale, FindingsCollector findings) {
        if (!locale.isEmpty() && !Locales.isName(locale)) {
            findings.warning("locale", 0, "not the name of an ICU locale; use a name such as nl_NL");
        }
    }

    private static void checkTags(List<CustomerTag> tags, FindingsCollector findings) {
        for (int i = 0; i < tags.size(); i++) {
            if (!tags.get(i).key().equals("customer")) {
                findings.warning("tags[" + i + "].key", 0, "unknown tag key; the only documented one is 'customer'");
            }
            if (!TextRules.isClean(tags.get(i).value())) {
                findings.checkLine("tags[" + i + "].value", 0, tags.get(i).value());
            }
        }
    }

    private static void checkExtensionData(List<ExtensionData> extensions, FindingsCollector findings) {
        for (int i = 0; i < extensions.size(); i++) {
            ExtensionData extension = extensions.get(i);
            if (UnicodeText.isBlank(extension.name()) || extension.name().startsWith(".")) {
                findings.warning(
                        extensionPath(i) + ".name",
                        0,
                        "not a top-level domain; write it without the leading dot, such as ru");
            }
            for (Map.Entry<String, String> field : extension.data().entrySet()) {
                if (EXTENSION_FIELDS.contains(field.getKey()) && !TextRules.isClean(field.getValue())) {
                    findings.checkLine(extensionPath(i) + ".data." + field.getKey(), 0, field.getValue());
                }
            }
        }
    }

    private static String extensionPath(int index) {
        return "extension_additional_data[" + index + "]";
    }
}
