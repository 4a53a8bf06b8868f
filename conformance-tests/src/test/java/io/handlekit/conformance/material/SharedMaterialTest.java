package io.handlekit.conformance.material;

import static io.handlekit.conformance.material.SharedMaterial.read;
import static io.handlekit.conformance.material.SharedMaterial.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.conformance.openapi.OpenApi;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.ExtensionField;
import io.handlekit.customers.vendor.VendorCodes;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tests that compare what was transcribed by hand with its sources in {@link SharedMaterial}. */
class SharedMaterialTest {
    @Test
    void the_golden_update_request_equals_the_one_of_the_article() throws IOException {
        assertThat(Goldens.tree("update-request.json")).isEqualTo(read("seed-update-request.json"));
    }

    @Test
    void the_extension_fields_are_those_of_the_vendor_s_client() throws IOException {
        JsonNode names = read("vendor-client-fields-2026.json").path("extension_additional_data.data");

        assertThat(Stream.of(ExtensionField.values()).map(ExtensionField::wireName))
                .hasSize(59)
                .containsExactlyInAnyOrderElementsOf(texts(names));
    }

    @Test
    void the_additional_fields_are_those_of_the_vendor_s_client_and_six_of_the_article() throws IOException {
        Set<String> names =
                new LinkedHashSet<>(texts(read("vendor-client-fields-2026.json").path("additional_data")));
        names.addAll(read("seed-update-request.json").path("additional_data").propertyNames());
        names.remove("attached_files");

        assertThat(Stream.of(AdditionalField.values()).map(AdditionalField::wireName))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void the_texts_of_vendor_codes_equal_those_of_the_material() throws IOException {
        int compared = 0;
        for (JsonNode row : read("error-codes.json").path("codes")) {
            var text = VendorCodes.text(row.path("code").intValue());
            if (text.isPresent()) {
                assertThat(text).contains(row.path("message").stringValue());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void our_document_names_the_fields_of_the_vendor_s_client_and_six_of_the_article() throws IOException {
        JsonNode client = read("vendor-client-fields-2026.json");
        JsonNode schemas =
                OpenApi.ofTheMock().schemas().document().path("components").path("schemas");
        Set<String> additional = new LinkedHashSet<>(texts(client.path("additional_data")));
        additional.addAll(
                read("seed-update-request.json").path("additional_data").propertyNames());

        assertThat(schemas.at("/AdditionalData/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(additional)
                .hasSize(25);
        assertThat(schemas.at("/ExtensionFields/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(texts(client.path("extension_additional_data.data")))
                .hasSize(59);
    }

    @Test
    void the_requirements_of_top_level_domains_equal_the_material() throws IOException {
        new TldMaterial(read("tld-fields.json")).compareFields();
    }

    @Test
    void the_known_top_level_domains_equal_those_of_the_material() throws IOException {
        new TldMaterial(read("tld-fields.json")).compareDomains(read("tld-articles.json"));
    }

    @Test
    void every_entry_of_the_vendor_s_articles_is_a_rule_of_equal_strength_or_has_a_reason() throws IOException {
        new TldArticles(read("tld-articles.json")).compare();
    }
}
