package io.handlekit.conformance.internal.texts;

import io.handlekit.customers.Change;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The texts of a customer by path, for comparisons. Empty texts are left out: they mean the same as none. */
public final class CustomerTexts {
    private final Map<String, String> texts = new TreeMap<>();

    private CustomerTexts() {}

    /** Returns the texts of a draft. */
    public static CustomerTexts of(NewCustomer customer) {
        CustomerTexts result = new CustomerTexts();
        result.put("company_name", customer.companyName());
        result.name(customer.name());
        result.address(customer.address());
        result.phone("phone", customer.phone());
        result.phone("fax", customer.fax());
        result.put("email", customer.email());
        result.put("vat", customer.vat());
        result.put("locale", customer.locale());
        result.put("comments", customer.comments());
        result.tags(customer.tags());
        result.additionalData(customer.additionalData());
        result.extensionData(customer.extensionData());
        return result;
    }

    /** Returns the texts of a customer, without those that the service adds. */
    public static CustomerTexts of(Customer customer) {
        return of(NewCustomer.copyOf(customer).build());
    }

    /** Returns the texts of a customer in a list, with those that the service adds. */
    public static CustomerTexts of(ListedCustomer customer) {
        CustomerTexts result = of(NewCustomer.builder()
                .companyName(customer.companyName())
                .name(customer.name())
                .address(customer.address())
                .phone(customer.phone())
                .email(customer.email())
                .locale(customer.locale())
                .comments(customer.comments())
                .tags(customer.tags())
                .additionalData(customer.additionalData())
                .extensionData(customer.extensionData())
                .build());
        result.put("handle", customer.handle().value());
        result.put("id", customer.id().toString());
        result.put("reseller_id", customer.resellerId().toString());
        result.put("full_name", customer.fullName());
        result.put("email_verification_status", customer.emailVerificationStatus());
        result.put("is_deleted", String.valueOf(customer.isDeleted()));
        return result;
    }

    /** Returns the texts outside these sections. */
    public CustomerTexts without(String... sections) {
        CustomerTexts result = new CustomerTexts();
        result.texts.putAll(texts);
        List.of(sections).forEach(section -> result.texts.keySet().removeIf(path -> isIn(section, path)));
        return result;
    }

    /** Returns the texts after these changes, which replace the sections they set or clear and keep the others. */
    public CustomerTexts after(CustomerChanges changes) {
        CustomerTexts result = new CustomerTexts();
        result.texts.putAll(texts);
        result.change("address", changes.address(), result::address);
        result.change("phone", changes.phone(), phone -> result.phone("phone", phone));
        result.change("fax", changes.fax(), fax -> result.phone("fax", fax));
        result.change("email", changes.email(), email -> result.put("email", email));
        result.change("vat", changes.vat(), vat -> result.put("vat", vat));
        result.change("locale", changes.locale(), locale -> result.put("locale", locale));
        result.change("comments", changes.comments(), comments -> result.put("comments", comments));
        result.change("tags", changes.tags(), result::tags);
        result.change("additional_data", changes.additionalData(), result::additionalData);
        result.change("extension_additional_data", changes.extensionData(), result::extensionData);
        return result;
    }

    /** Verifies that the texts are the expected ones. The service may choose a locale where none is expected. */
    public void verifyMatches(CustomerTexts expected) {
        comparableTo(expected).verifyEquals(expected);
    }

    /** Returns true if the texts are the expected ones. The service may choose a locale where none is expected. */
    public boolean matches(CustomerTexts expected) {
        return comparableTo(expected).equals(expected);
    }

    private CustomerTexts comparableTo(CustomerTexts expected) {
        return expected.texts.containsKey("locale") ? this : without("locale");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomerTexts that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    /** Verifies that the texts are exactly the expected ones. */
    public void verifyEquals(CustomerTexts expected) {
        if (!equals(expected)) {
            throw new AssertionError(
                    "expected the texts " + expected.minus(this) + ", got " + minus(expected) + " in their place");
        }
    }

    /** Returns the texts that differ from the others, and what the others have in their place. */
    public String difference(CustomerTexts others) {
        return minus(others) + " in place of " + others.minus(this);
    }

    private Map<String, String> minus(CustomerTexts others) {
        Map<String, String> rest = new TreeMap<>(texts);
        rest.entrySet().removeAll(others.texts.entrySet());
        return rest;
    }

    private <T> void change(String section, Change<T> change, Consumer<T> put) {
        if (!change.isKeep()) {
            texts.keySet().removeIf(path -> isIn(section, path));
        }
        if (change instanceof Change.Set<T> set) {
            put.accept(set.value());
        }
    }

    private static boolean isIn(String section, String path) {
        return path.startsWith(section)
                && (path.length() == section.length() || ".[".indexOf(path.charAt(section.length())) >= 0);
    }

    private void put(String path, String text) {
        if (!text.isEmpty()) {
            texts.put(path, text);
        }
    }

    private void name(PersonName name) {
        put("name.initials", name.initials());
        put("name.first_name", name.firstName());
        put("name.prefix", name.prefix());
        put("name.last_name", name.lastName());
    }

    private void address(PostalAddress address) {
        put("address.street", address.street());
        put("address.number", address.number());
        put("address.suffix", address.suffix());
        put("address.zipcode", address.zipcode());
        put("address.city", address.city());
        put("address.state", address.state());
        put("address.country", address.country());
    }

    private void phone(String section, PhoneNumber number) {
        put(section + ".country_code", number.countryCode());
        put(section + ".area_code", number.areaCode());
        put(section + ".subscriber_number", number.subscriberNumber());
    }

    private void tags(List<CustomerTag> tags) {
        for (int i = 0; i < tags.size(); i++) {
            put("tags[" + i + "].key", tags.get(i).key());
            put("tags[" + i + "].value", tags.get(i).value());
        }
    }

    private void additionalData(AdditionalData data) {
        data.values().forEach((name, text) -> put("additional_data." + name, text));
        for (int i = 0; i < data.attachedFiles().size(); i++) {
            AttachedFile file = data.attachedFiles().get(i);
            String path = "additional_data.attached_files[" + i + "]";
            put(path + ".description", file.description());
            put(path + ".doc_type", file.docType());
            put(path + ".path", file.path());
        }
    }

    private void extensionData(List<ExtensionData> extensions) {
        for (int i = 0; i < extensions.size(); i++) {
            String path = "extension_additional_data[" + i + "]";
            put(path + ".name", extensions.get(i).name());
            extensions.get(i).data().forEach((name, text) -> put(path + ".data." + name, text));
        }
    }
}
