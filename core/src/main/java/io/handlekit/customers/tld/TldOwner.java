package io.handlekit.customers.tld;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.registry.ExtensionData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A customer as the owner of domains under one top-level domain. */
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

    Certainty company() {
        return Certainty.of(!customer.companyName().isBlank());
    }

    /** Open as long as the country is not given as a code. */
    Certainty resident() {
        String country = country();
        if (homeCountries.contains(country)) {
            return Certainty.YES;
        }
        return Countries.isNearlyCode(country) ? Certainty.NO : Certainty.MAYBE;
    }

    /** Open whenever a field about it is filled in: which texts mean yes is not documented. */
    Certainty entrepreneur() {
        boolean said = hasExtension("is_private_enterpreneur") || hasExtension("sole_proprietorship");
        return said ? company().not().and(resident()).and(Certainty.MAYBE) : Certainty.NO;
    }

    private boolean hasExtension(String name) {
        return extensions.values().stream()
                .anyMatch(data -> data.get(name).filter(text -> !text.isBlank()).isPresent());
    }

    String country() {
        return customer.address().country().strip().toUpperCase(Locale.ROOT);
    }

    /** What is filled in for a field, by its paths, wherever it may be filed. */
    Map<String, String> given(TldField field) {
        Map<String, String> given = new LinkedHashMap<>();
        String name = field.name();
        for (TldField.Place place : field.places()) {
            switch (place) {
                case EXTENSION ->
                    extensions.forEach((index, data) -> put(extensionPath(index, name), data.get(name), given));
                case ADDITIONAL ->
                    put(additionalPath(name), customer.additionalData().get(name), given);
                case CUSTOMER -> put(name, Optional.of(ofCustomer(name)), given);
            }
        }
        return given;
    }

    private static void put(String path, Optional<String> text, Map<String, String> given) {
        text.filter(value -> !value.isBlank()).ifPresent(value -> given.put(path, value));
    }

    private String ofCustomer(String name) {
        return switch (name) {
            case "vat" -> customer.vat();
            case "address.state" -> customer.address().state();
            default -> throw new IllegalStateException("the table has an unknown part of a customer: " + name);
        };
    }

    /** Where a field that is not filled in had best be. */
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
