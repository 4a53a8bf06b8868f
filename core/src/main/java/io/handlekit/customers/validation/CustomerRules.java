package io.handlekit.customers.validation;

import io.handlekit.customers.Change;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.internal.FindingsCollector;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that is wrong with a draft or with changes, found at once and before anything is sent.
 *
 * <p>An ERROR is a lack of what the service requires (article "How to create a customer handle"), or a form that its
 * tables have a refusal for and its own responses or documents define. A WARNING is what only some registries refuse,
 * or what nobody has shown the service to refuse.
 *
 * <pre>{@code
 * Findings findings = CustomerRules.check(draft);
 * findings.errors();   // [ERROR address.country 121: …]
 * findings.warnings(); // [WARNING address.number 112: …]
 * }</pre>
 */
public final class CustomerRules {
    private CustomerRules() {}

    /** What is wrong with a customer to be created. */
    public static Findings check(NewCustomer draft) {
        FindingsCollector report = new FindingsCollector();
        checkName(draft.name(), report);
        AddressRules.check(draft.address(), report);
        PhoneRules.checkPhone(draft.phone(), report);
        PhoneRules.checkFax(draft.fax(), report);
        EmailRules.check(draft.email(), report);
        MailboxRules.check(draft.email(), draft.extensionData(), report);
        report.noControls("company_name", 161, draft.companyName());
        report.noControls("vat", 162, draft.vat());
        checkLocale(draft.locale(), report);
        checkTags(draft.tags(), report);
        AdditionalDataRules.check(draft.additionalData(), report);
        checkExtensionData(draft.extensionData(), report);
        return report.findings();
    }

    /** What is wrong with changes. A section that is kept or cleared has nothing to be wrong. */
    public static Findings check(CustomerChanges changes) {
        FindingsCollector report = new FindingsCollector();
        ifSet(changes.address(), address -> AddressRules.check(address, report));
        ifSet(changes.phone(), phone -> PhoneRules.checkPhone(phone, report));
        ifSet(changes.fax(), fax -> PhoneRules.checkFax(fax, report));
        ifSet(changes.email(), email -> {
            EmailRules.check(email, report);
            MailboxRules.check(email, setValue(changes.extensionData(), List.of()), report);
        });
        ifSet(changes.vat(), vat -> report.noControls("vat", 162, vat));
        ifSet(changes.locale(), locale -> checkLocale(locale, report));
        ifSet(changes.tags(), tags -> checkTags(tags, report));
        ifSet(changes.additionalData(), data -> AdditionalDataRules.check(data, report));
        ifSet(changes.extensionData(), data -> checkExtensionData(data, report));
        return report.findings();
    }

    private static <T> void ifSet(Change<T> change, Consumer<T> rule) {
        if (change instanceof Change.Set<T> set) {
            rule.accept(set.value());
        }
    }

    private static <T> T setValue(Change<T> change, T otherwise) {
        return change instanceof Change.Set<T> set ? set.value() : otherwise;
    }

    private static void checkName(PersonName name, FindingsCollector report) {
        report.noControls("name.initials", 101, name.initials());
        if (report.given("name.first_name", 102, name.firstName())) {
            report.noControls("name.first_name", 103, name.firstName());
        }
        report.noControls("name.prefix", 104, name.prefix());
        if (report.given("name.last_name", 105, name.lastName())) {
            report.noControls("name.last_name", 106, name.lastName());
        }
    }

    private static void checkLocale(String locale, FindingsCollector report) {
        if (!locale.isEmpty() && !Locales.isName(locale)) {
            report.warning("locale", 0, "not the name of an ICU locale, such as nl_NL");
        }
    }

    private static void checkTags(List<CustomerTag> tags, FindingsCollector report) {
        for (int i = 0; i < tags.size(); i++) {
            if (!tags.get(i).key().equals("customer")) {
                report.warning("tags[" + i + "].key", 0, "the only documented key is 'customer'");
            }
        }
    }

    private static void checkExtensionData(List<ExtensionData> extensions, FindingsCollector report) {
        for (int i = 0; i < extensions.size(); i++) {
            String name = extensions.get(i).name();
            if (name.isBlank() || name.startsWith(".")) {
                report.warning(
                        "extension_additional_data[" + i + "].name",
                        0,
                        "a top-level domain without its dot is expected");
            }
        }
    }
}
