package io.handlekit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.customers.AdditionalField;
import io.handlekit.customers.ExtensionField;
import io.handlekit.customers.VendorCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What was transcribed by hand, compared with the material it came from. That material lies beside a developer's
 * checkout and not in the project: without it these tests are reported as skipped, and say why.
 */
class SharedMaterialTest {
    private static final Path MATERIAL = Path.of("..", "..", "shared", "openprovider");

    private static JsonNode read(String name) throws IOException {
        Path file = MATERIAL.resolve(name);
        assumeTrue(Files.exists(file), () -> "not compared: there is no " + name + " beside this checkout");
        return Goldens.tree(Files.readAllBytes(file));
    }

    @Test
    void the_golden_update_is_the_article_s() throws IOException {
        assertThat(Goldens.tree("update-request.json")).isEqualTo(read("seed-update-request.json"));
    }

    @Test
    void extension_fields_are_those_of_the_vendor_s_own_client() throws IOException {
        JsonNode names = read("vendor-client-fields-2026.json").path("extension_additional_data.data");

        assertThat(Stream.of(ExtensionField.values()).map(ExtensionField::wireName))
                .hasSize(59)
                .containsExactlyInAnyOrderElementsOf(texts(names));
    }

    @Test
    void additional_fields_are_those_of_the_vendor_s_own_client_and_six_of_the_article() throws IOException {
        Set<String> names =
                new LinkedHashSet<>(texts(read("vendor-client-fields-2026.json").path("additional_data")));
        names.addAll(read("seed-update-request.json").path("additional_data").propertyNames());
        names.remove("attached_files");

        assertThat(Stream.of(AdditionalField.values()).map(AdditionalField::wireName))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void texts_of_codes_are_those_of_the_tables() throws IOException {
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

    /** Every member that the golden create carries is one of the vendor's schema, or one of the article's six. */
    @Test
    void the_golden_create_uses_the_names_of_the_vendor_s_schema() throws IOException {
        JsonNode definitions = read("vendor-customers.swagger.json").path("definitions");
        List<String> strangers = new ArrayList<>();
        strangers(definitions, "customerCreateCustomerRequest", Goldens.tree("create-request.json"), strangers);

        assertThat(strangers).allMatch(SharedMaterialTest::isKnownDeviation);
    }

    private static void strangers(JsonNode definitions, String type, JsonNode object, List<String> strangers) {
        JsonNode properties = definitions.path(type).path("properties");
        for (String name : object.propertyNames()) {
            JsonNode property = properties.path(name);
            if (property.isMissingNode()) {
                strangers.add(name);
            }
            String reference = property.path("$ref")
                    .asString(property.path("items").path("$ref").asString(""));
            if (!reference.isEmpty()) {
                String target = reference.substring("#/definitions/".length());
                JsonNode value = object.path(name);
                if (value.isArray()) {
                    value.forEach(element -> strangers(definitions, target, element, strangers));
                } else {
                    strangers(definitions, target, value, strangers);
                }
            }
        }
    }

    /** Names of the article alone, and those that only the vendor's client of 2026 has. */
    private static boolean isKnownDeviation(String name) {
        return Set.of(
                                "cif_nif_number",
                                "cost_category",
                                "cost_center",
                                "internal_reference",
                                "project_code",
                                "purchase_order_number")
                        .contains(name)
                || Stream.of(ExtensionField.values())
                        .anyMatch(field -> field.wireName().equals(name));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
