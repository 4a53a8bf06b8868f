package io.handlekit.conformance.arbitraries;

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

/** A customer taken apart into its texts by path. An empty text is as good as none, so it is no leaf. */
public final class CustomerTexts {
    private final Map<String, String> texts = new TreeMap<>();

    private CustomerTexts() {}

    public static CustomerTexts of(NewCustomer customer) {
        CustomerTexts leaves = new CustomerTexts();
        leaves.put("company_name", customer.companyName());
        leaves.name(customer.name());
        leaves.address(customer.address());
        leaves.phone("phone", customer.phone());
        leaves.phone("fax", customer.fax());
        leaves.put("email", customer.email());
        leaves.put("vat", customer.vat());
        leaves.put("locale", customer.locale());
        leaves.put("comments", customer.comments());
        leaves.tags(customer.tags());
        leaves.additionalData(customer.additionalData());
        leaves.extensionData(customer.extensionData());
        return leaves;
    }

    public static CustomerTexts of(Customer customer) {
        return of(NewCustomer.copyOf(customer).build());
    }

    /** A customer as a list shows it, with what the service adds. */
    public static CustomerTexts of(ListedCustomer customer) {
        CustomerTexts leaves = of(NewCustomer.builder()
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
        leaves.put("handle", customer.handle().value());
        leaves.put("id", customer.id().toString());
        leaves.put("reseller_id", customer.resellerId().toString());
        leaves.put("full_name", customer.fullName());
        leaves.put("email_verification_status", customer.emailVerificationStatus());
        leaves.put("is_deleted", String.valueOf(customer.isDeleted()));
        return leaves;
    }

    /** All leaves but those in these sections. */
    public CustomerTexts without(String... sections) {
        CustomerTexts leaves = new CustomerTexts();
        leaves.texts.putAll(texts);
        List.of(sections).forEach(section -> leaves.texts.keySet().removeIf(path -> isIn(section, path)));
        return leaves;
    }

    /** The leaves after these changes: those of each section given are replaced, all others stay. */
    public CustomerTexts after(CustomerChanges changes) {
        CustomerTexts leaves = new CustomerTexts();
        leaves.texts.putAll(texts);
        leaves.change("address", changes.address(), leaves::address);
        leaves.change("phone", changes.phone(), phone -> leaves.phone("phone", phone));
        leaves.change("fax", changes.fax(), fax -> leaves.phone("fax", fax));
        leaves.change("email", changes.email(), email -> leaves.put("email", email));
        leaves.change("vat", changes.vat(), vat -> leaves.put("vat", vat));
        leaves.change("locale", changes.locale(), locale -> leaves.put("locale", locale));
        leaves.change("comments", changes.comments(), comments -> leaves.put("comments", comments));
        leaves.change("tags", changes.tags(), leaves::tags);
        leaves.change("additional_data", changes.additionalData(), leaves::additionalData);
        leaves.change("extension_additional_data", changes.extensionData(), leaves::extensionData);
        return leaves;
    }

    /** Compares leaf by leaf. The service may choose a locale where none is given. */
    public void mustBe(CustomerTexts expected) {
        but(expected).mustBeExactly(expected);
    }

    /** Whether each leaf is as expected. The service may choose a locale where none is given. */
    public boolean is(CustomerTexts expected) {
        return but(expected).equals(expected);
    }

    private CustomerTexts but(CustomerTexts expected) {
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

    /** Compares leaf by leaf. */
    public void mustBeExactly(CustomerTexts expected) {
        if (!equals(expected)) {
            throw new AssertionError("expected, and not there: " + expected.withoutThoseOf(this)
                    + "; there, and not expected: " + withoutThoseOf(expected));
        }
    }

    /** In what these leaves are others. */
    public String unlike(CustomerTexts others) {
        return "with " + withoutThoseOf(others) + " in place of " + others.withoutThoseOf(this);
    }

    private Map<String, String> withoutThoseOf(CustomerTexts others) {
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
