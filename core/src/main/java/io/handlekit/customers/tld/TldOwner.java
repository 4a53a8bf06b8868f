package io.handlekit.customers.tld;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.registry.ExtensionData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A customer, seen as the owner of a domain under one top-level domain. */
final class TldOwner {
    private final String tld;
    private final List<String> homeCountries;
    private final NewCustomer customer;
    private final Map<String, ExtensionData> extensions = new LinkedHashMap<>();

    TldOwner(String tld, List<String> homeCountries, NewCustomer customer) {
        this.tld = tld;
        this.homeCountries = homeCountries;
        this.customer = customer;
        List<ExtensionData> all = customer.extensionData();
        for (int i = 0; i < all.size(); i++) {
            if (TldNames.ascii(all.get(i).name()).filter(tld::equals).isPresent()) {
                extensions.put(String.valueOf(i), all.get(i));
            }
        }
    }

    TriState company() {
        return TriState.of(!customer.companyName().isBlank());
    }

    /** Returns MAYBE unless the country is a country code. */
    TriState resident() {
        String country = country();
        if (homeCountries.contains(country)) {
            return TriState.YES;
        }
        return Countries.isNearlyCode(country) ? TriState.NO : TriState.MAYBE;
    }

    /** Returns MAYBE if a field about it has a text: no source documents which texts mean yes. */
    TriState entrepreneur() {
        boolean hinted = hasExtension("is_private_enterpreneur") || hasExtension("sole_proprietorship");
        return hinted ? company().not().and(resident()).and(TriState.MAYBE) : TriState.NO;
    }

    private boolean hasExtension(String name) {
        return extensions.values().stream()
                .anyMatch(data -> data.get(name).filter(text -> !text.isBlank()).isPresent());
    }

    String country() {
        return customer.address().country().strip().toUpperCase(Locale.ROOT);
    }

    /** Returns the texts of a field by path, from every place where it may be sent. */
    Map<String, String> texts(TldField field) {
        Map<String, String> texts = new LinkedHashMap<>();
        String name = field.name();
        for (TldField.Place place : field.places()) {
            switch (place) {
                case EXTENSION ->
                    extensions.forEach((index, data) -> put(extensionPath(index, name), data.get(name), texts));
                case ADDITIONAL ->
                    put(additionalPath(name), customer.additionalData().get(name), texts);
                case CUSTOMER -> put(name, Optional.of(ofCustomer(name)), texts);
            }
        }
        return texts;
    }

    private static void put(String path, Optional<String> text, Map<String, String> texts) {
        text.filter(value -> !value.isBlank()).ifPresent(value -> texts.put(path, value));
    }

    private String ofCustomer(String name) {
        return switch (name) {
            case "vat" -> customer.vat();
            case "address.state" -> customer.address().state();
            default -> throw new IllegalStateException("unknown member of a customer in tld-fields.txt: " + name);
        };
    }

    /** Returns the path at which a missing field is best sent. */
    String bestPath(TldField field) {
        return switch (field.places().get(0)) {
            case EXTENSION ->
                extensionPath(extensions.keySet().stream().findFirst().orElse(tld), field.name());
            case ADDITIONAL -> additionalPath(field.name());
            case CUSTOMER -> field.name();
        };
    }

    private static String extensionPath(String item, String name) {
        return "extension_additional_data[" + item + "].data." + name;
    }

    private static String additionalPath(String name) {
        return "additional_data." + name;
    }
}
