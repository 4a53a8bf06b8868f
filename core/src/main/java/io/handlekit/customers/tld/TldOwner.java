package io.handlekit.customers.tld;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.internal.UnicodeText;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.tld.TldField.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A customer, seen as the owner of a domain under one top-level domain. */
final class TldOwner {
    private final String tld;
    private final NewCustomer customer;
    private final Map<String, ExtensionData> extensions = new LinkedHashMap<>();

    TldOwner(String tld, NewCustomer customer) {
        this.tld = tld;
        this.customer = customer;
        List<ExtensionData> all = customer.extensionData();
        for (int i = 0; i < all.size(); i++) {
            if (TldNames.ascii(all.get(i).name()).filter(tld::equals).isPresent()) {
                extensions.put(String.valueOf(i), all.get(i));
            }
        }
    }

    /** Returns MAYBE if the customer does not tell. */
    TriState meets(TldCondition condition) {
        TriState company = TriState.of(!UnicodeText.isBlank(customer.companyName()));
        TriState owner = switch (condition.owner()) {
            case ANY -> TriState.YES;
            case COMPANY -> company;
            case INDIVIDUAL -> company.not();
            case ENTREPRENEUR -> company.not().and(entrepreneur());
        };
        return switch (condition.residence()) {
            case ANY -> owner;
            case INSIDE -> owner.and(residesIn(condition.countries()));
            case OUTSIDE -> owner.and(residesIn(condition.countries()).not());
        };
    }

    /** Returns MAYBE unless the country is a country code. */
    private TriState residesIn(List<String> countries) {
        String country = customer.address().country().strip().toUpperCase(Locale.ROOT);
        if (countries.contains(country)) {
            return TriState.YES;
        }
        return Countries.isNearlyCode(country) ? TriState.NO : TriState.MAYBE;
    }

    /** Returns MAYBE if a field about it has a text: no source documents which texts mean yes. */
    private TriState entrepreneur() {
        boolean hinted = hasExtension("is_private_enterpreneur") || hasExtension("sole_proprietorship");
        return hinted ? TriState.MAYBE : TriState.NO;
    }

    private boolean hasExtension(String name) {
        return extensions.values().stream()
                .anyMatch(data -> data.get(name)
                        .filter(text -> !UnicodeText.isBlank(text))
                        .isPresent());
    }

    /** Returns the texts of a field by path, from each of the places. Blank texts are left out. */
    Map<String, String> texts(String name, List<Place> places) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Place place : places) {
            switch (place) {
                case EXTENSION ->
                    extensions.forEach((index, data) -> put(extensionPath(index, name), data.get(name), texts));
                case ADDITIONAL ->
                    put(additionalPath(name), customer.additionalData().get(name), texts);
                case CUSTOMER -> put(name, Optional.of(memberOfCustomer(name)), texts);
            }
        }
        return texts;
    }

    private static void put(String path, Optional<String> text, Map<String, String> texts) {
        text.filter(value -> !UnicodeText.isBlank(value)).ifPresent(value -> texts.put(path, value));
    }

    private String memberOfCustomer(String name) {
        return switch (name) {
            case "vat" -> customer.vat();
            case "email" -> customer.email();
            case "company_name" -> customer.companyName();
            case "name.first_name" -> customer.name().firstName();
            case "name.last_name" -> customer.name().lastName();
            case "address.street" -> customer.address().street();
            case "address.state" -> customer.address().state();
            case "address.country" -> customer.address().country();
            default -> throw new IllegalStateException("unknown member of a customer in tld-rules.txt: " + name);
        };
    }

    /** Returns the path at which a missing field is best sent. */
    String bestPath(String name, List<Place> places) {
        return switch (places.get(0)) {
            case EXTENSION ->
                extensionPath(extensions.keySet().stream().findFirst().orElse(tld), name);
            case ADDITIONAL -> additionalPath(name);
            case CUSTOMER -> name;
        };
    }

    private static String extensionPath(String item, String name) {
        return "extension_additional_data[" + item + "].data." + name;
    }

    private static String additionalPath(String name) {
        return "additional_data." + name;
    }
}
