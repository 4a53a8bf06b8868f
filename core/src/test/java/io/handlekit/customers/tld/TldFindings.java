package io.handlekit.customers.tld;

import io.handlekit.customers.Finding;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;

/** Owners to check and what is found in them, for the tests of this package. */
final class TldFindings {
    private TldFindings() {}

    static NewCustomer.Builder person(String country) {
        return NewCustomer.builder()
                .address(PostalAddress.builder().country(country).build());
    }

    static NewCustomer.Builder company(String country) {
        return person(country).companyName("Example Ltd");
    }

    static NewCustomer.Builder with(NewCustomer.Builder owner, String tld, String... namesAndTexts) {
        ExtensionData.Builder block = ExtensionData.builder(tld);
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            block.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return owner.extension(block.build());
    }

    static AdditionalData additional(String name, String text) {
        return AdditionalData.builder().put(name, text).build();
    }

    static List<String> paths(List<Finding> findings) {
        return findings.stream().map(Finding::path).toList();
    }

    static List<String> errors(String tld, NewCustomer.Builder owner) {
        return paths(TldRequirements.of(tld).check(owner.build()).errors());
    }

    static List<String> warnings(String tld, NewCustomer.Builder owner) {
        return paths(TldRequirements.of(tld).check(owner.build()).warnings());
    }

    static List<String> messages(String tld, NewCustomer.Builder owner) {
        return TldRequirements.of(tld).check(owner.build()).all().stream()
                .map(Finding::message)
                .toList();
    }

    static List<String> inRussia(String... names) {
        return List.of(names).stream()
                .map(name -> "extension_additional_data[ru].data." + name)
                .toList();
    }

    static TldField field(String tld, String name) {
        return TldRequirements.of(tld).fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
