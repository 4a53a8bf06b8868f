package io.handlekit.customers.validation;

import io.handlekit.customers.Change;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.validation.internal.FindingsCollector;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rules for drafts and changes. A check returns all mistakes at once, before anything is sent.
 *
 * <p>An ERROR means that a required field is missing (article "How to create a customer handle"), or that a field is
 * not in the format that the service's replies or documents define and its tables have a code for. A WARNING means that
 * only some registries refuse the value, or that there is no evidence that the service refuses it.
 *
 * <pre>{@code
 * Findings findings = CustomerRules.check(draft);
 * findings.errors();   // [ERROR address.country 121: …]
 * findings.warnings(); // [WARNING address.number 112: …]
 * }</pre>
 */
public final class CustomerRules {
    private CustomerRules() {}

    /** Returns everything that is wrong with a new customer. */
    public static Findings check(NewCustomer draft) {
        FindingsCollector findings = new FindingsCollector();
        checkName(draft.name(), findings);
        AddressRules.check(draft.address(), findings);
        PhoneRules.checkPhone(draft.phone(), findings);
        PhoneRules.checkFax(draft.fax(), findings);
        EmailRules.check(draft.email(), findings);
        findings.refuseControls("company_name", 161, draft.companyName());
        findings.refuseControls("vat", 162, draft.vat());
        checkLocale(draft.locale(), findings);
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
        ifSet(changes.email(), email -> EmailRules.check(email, findings));
        ifSet(changes.vat(), vat -> findings.refuseControls("vat", 162, vat));
        ifSet(changes.locale(), locale -> checkLocale(locale, findings));
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

    private static void checkName(PersonName name, FindingsCollector findings) {
        findings.refuseControls("name.initials", 101, name.initials());
        if (findings.requireText("name.first_name", 102, name.firstName())) {
            findings.refuseControls("name.first_name", 103, name.firstName());
        }
        findings.refuseControls("name.prefix", 104, name.prefix());
        if (findings.requireText("name.last_name", 105, name.lastName())) {
            findings.refuseControls("name.last_name", 106, name.lastName());
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
        }
    }

    private static void checkExtensionData(List<ExtensionData> extensions, FindingsCollector findings) {
        for (int i = 0; i < extensions.size(); i++) {
            String name = extensions.get(i).name();
            if (name.isBlank() || name.startsWith(".")) {
                findings.warning(
                        "extension_additional_data[" + i + "].name",
                        0,
                        "not a top-level domain; write it without the leading dot, such as ru");
            }
        }
    }
}
