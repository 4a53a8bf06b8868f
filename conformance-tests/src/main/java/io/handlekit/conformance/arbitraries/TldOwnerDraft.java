package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.tld.TldField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A draft of a customer, with access to the fields of one top-level domain.
 *
 * @param customer the customer
 * @param tld the top-level domain, as its extension data are named
 */
record TldOwnerDraft(NewCustomer customer, String tld) {
    static TldOwnerDraft of(NewCustomer customer, String tld) {
        return new TldOwnerDraft(customer, tld);
    }

    /** Returns the customer with a text for a field in a place. */
    NewCustomer with(String name, TldField.Place place, String text) {
        return switch (place) {
            case EXTENSION -> withExtension(changed(extension(), name, text));
            case ADDITIONAL -> withAdditional(changed(customer.additionalData().values(), name, text));
            case CUSTOMER -> withPart(name, text);
        };
    }

    /** Returns the customer without these fields in any place. Emptied data stay as empty objects. */
    NewCustomer without(List<String> names) {
        Map<String, String> additional =
                new LinkedHashMap<>(customer.additionalData().values());
        additional.keySet().removeAll(names);
        TldOwnerDraft draft = of(withAdditional(additional), tld);
        Map<String, String> extension = new LinkedHashMap<>(extension());
        if (extension.keySet().removeAll(names)) {
            draft = of(draft.withExtension(extension), tld);
        }
        for (String name : names) {
            draft = of(draft.withPart(name, ""), tld);
        }
        return draft.customer;
    }

    /** Returns the customer without extension data for the top-level domain. */
    NewCustomer withoutExtension() {
        return customer.toBuilder()
                .extensionData(customer.extensionData().stream()
                        .filter(data -> !data.name().equals(tld))
                        .toList())
                .build();
    }

    /** Returns the path of the field in its best place. */
    String path(TldField field) {
        return switch (field.places().get(0)) {
            case EXTENSION -> "extension_additional_data[" + item() + "].data." + field.name();
            case ADDITIONAL -> "additional_data." + field.name();
            case CUSTOMER -> field.name();
        };
    }

    private String item() {
        int index = customer.extensionData().stream()
                .map(ExtensionData::name)
                .toList()
                .indexOf(tld);
        return index < 0 ? tld : String.valueOf(index);
    }

    private Map<String, String> extension() {
        return customer.extensionData().stream()
                .filter(data -> data.name().equals(tld))
                .findFirst()
                .map(ExtensionData::data)
                .orElse(Map.of());
    }

    private NewCustomer withExtension(Map<String, String> texts) {
        List<ExtensionData> all = new ArrayList<>(withoutExtension().extensionData());
        all.add(new ExtensionData(tld, texts));
        return customer.toBuilder().extensionData(all).build();
    }

    private NewCustomer withAdditional(Map<String, String> texts) {
        AdditionalData data =
                new AdditionalData(texts, customer.additionalData().attachedFiles());
        return customer.toBuilder().additionalData(data).build();
    }

    private NewCustomer withPart(String name, String text) {
        return switch (name) {
            case "vat" -> customer.toBuilder().vat(text).build();
            case "address.state" -> customer.toBuilder().address(inState(text)).build();
            case "address.street" -> customer.toBuilder().address(at(text)).build();
            case "name.first_name" -> named(text, customer.name().lastName());
            case "name.last_name" -> named(customer.name().firstName(), text);
            default -> customer;
        };
    }

    /** Returns the text of a member of the customer itself. */
    String member(String name) {
        return switch (name) {
            case "email" -> customer.email();
            case "address.street" -> customer.address().street();
            case "name.first_name" -> customer.name().firstName();
            case "name.last_name" -> customer.name().lastName();
            default -> throw new IllegalArgumentException("not a member that a rule gives a format: " + name);
        };
    }

    private NewCustomer named(String firstName, String lastName) {
        PersonName name = customer.name();
        return customer.toBuilder()
                .name(new PersonName(name.initials(), firstName, name.prefix(), lastName))
                .build();
    }

    private PostalAddress at(String street) {
        PostalAddress home = customer.address();
        return new PostalAddress(
                street, home.number(), home.suffix(), home.zipcode(), home.city(), home.state(), home.country());
    }

    private PostalAddress inState(String state) {
        PostalAddress home = customer.address();
        return new PostalAddress(
                home.street(), home.number(), home.suffix(), home.zipcode(), home.city(), state, home.country());
    }

    private static Map<String, String> changed(Map<String, String> texts, String name, String text) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(name, text);
        return changed;
    }

    @Override
    public String toString() {
        return customer + " for ." + tld;
    }
}
