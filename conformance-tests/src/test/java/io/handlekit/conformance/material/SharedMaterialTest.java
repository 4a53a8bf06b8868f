package io.handlekit.conformance.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.conformance.openapi.DescribedNames;
import io.handlekit.conformance.openapi.Deviations;
import io.handlekit.conformance.openapi.OpenApi;
import io.handlekit.conformance.openapi.OpenApiOperation;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.ExtensionField;
import io.handlekit.customers.vendor.VendorCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Tests that data transcribed by hand equal the vendor material they came from. The material lies beside a developer's
 * checkout, not in the project: without it the tests are skipped, with the reason.
 */
class SharedMaterialTest {
    private static final Path MATERIAL = Path.of("..", "..", "shared", "openprovider");
    private static final List<String> SCHEMAS =
            List.of("vendor-auth.swagger.json", "vendor-customers.swagger.json", "vendor-additional-data.swagger.json");

    private static JsonNode read(String name) throws IOException {
        Path file = MATERIAL.resolve(name);
        assumeTrue(Files.exists(file), () -> "not compared: " + name + " is not beside this checkout");
        return Goldens.tree(Files.readAllBytes(file));
    }

    @Test
    void the_golden_update_is_the_request_of_the_article() throws IOException {
        assertThat(Goldens.tree("update-request.json")).isEqualTo(read("seed-update-request.json"));
    }

    @Test
    void extension_fields_are_those_of_the_vendor_client() throws IOException {
        JsonNode names = read("vendor-client-fields-2026.json").path("extension_additional_data.data");

        assertThat(Stream.of(ExtensionField.values()).map(ExtensionField::wireName))
                .hasSize(59)
                .containsExactlyInAnyOrderElementsOf(texts(names));
    }

    @Test
    void additional_fields_are_those_of_the_vendor_client_and_six_of_the_article() throws IOException {
        Set<String> names =
                new LinkedHashSet<>(texts(read("vendor-client-fields-2026.json").path("additional_data")));
        names.addAll(read("seed-update-request.json").path("additional_data").propertyNames());
        names.remove("attached_files");

        assertThat(Stream.of(AdditionalField.values()).map(AdditionalField::wireName))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void texts_of_codes_are_those_of_the_vendor_tables() throws IOException {
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

    /** Names in the goldens that the vendor's schema of 2024 lacks: six of the article, 22 of its client of 2026. */
    @Test
    void the_goldens_use_names_of_the_vendor_schema_and_28_known_others() throws IOException {
        JsonNode definitions = read("vendor-customers.swagger.json").path("definitions");
        Set<String> ofTheArticle = Stream.of(
                        "cif_nif_number",
                        "cost_category",
                        "cost_center",
                        "internal_reference",
                        "project_code",
                        "purchase_order_number")
                .map(name -> "additional_data." + name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ofTheClient = new TreeSet<>(ofTheArticle);
        for (String name : texts(read("tld-fields.json").path("fields_only_in_official_php_client"))) {
            ofTheClient.add("extension_additional_data.data." + name);
        }

        assertThat(unknownNames(definitions, "customerCreateCustomerRequest", Goldens.tree("create-request.json")))
                .isEqualTo(ofTheClient)
                .hasSize(28);
        assertThat(unknownNames(definitions, "customerUpdateCustomerRequest", Goldens.tree("update-request.json")))
                .isEqualTo(ofTheArticle);
        assertThat(unknownNames(definitions, "customerListCustomersResponse", Goldens.tree("list-reply.json")))
                .isEqualTo(prefixed("data.results.", ofTheClient));
        assertThat(unknownNames(definitions, "customerDeleteCustomerResponse", Goldens.tree("delete-reply.json")))
                .isEmpty();
    }

    /** The client never sends reseller_id or columns. */
    @Test
    void query_parameters_are_those_of_the_vendor_schema() throws IOException {
        Set<String> sent =
                new TreeSet<>(Set.of("limit", "offset", "order", "order_by", "type", "with_additional_data"));
        Stream.of(CustomerQuery.Field.values())
                .map(CustomerQuery.Field::wireName)
                .forEach(sent::add);
        JsonNode parameters = read("vendor-customers.swagger.json")
                .path("paths")
                .path("/v1beta/customers")
                .path("get")
                .path("parameters");

        assertThat(parameters
                        .valueStream()
                        .map(parameter -> parameter.path("name").stringValue())
                        .filter(name -> !Set.of("reseller_id", "columns").contains(name)))
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    private static Set<String> prefixed(String prefix, Set<String> names) {
        return names.stream().map(prefix::concat).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Compares paths, methods, names and types; {@code openapi-deviations.txt} lists each difference. */
    @Test
    void our_document_differs_from_the_vendor_schemas_as_listed_and_nowhere_else() throws IOException {
        Set<String> differences = new TreeSet<>();
        for (OpenApiOperation operation : OpenApi.ofTheMock().operations()) {
            if (operation.template().startsWith("/v1beta/")) {
                differences.addAll(differences(operation));
            }
        }
        assertThat(differences).isEqualTo(Deviations.all());
    }

    private static Set<String> differences(OpenApiOperation operation) throws IOException {
        JsonNode ours = OpenApi.ofTheMock().schemas().document();
        String method = operation.method().toLowerCase(Locale.ROOT);
        Map<String, String> theirs = new TreeMap<>();
        for (String schema : SCHEMAS) {
            theirs.putAll(DescribedNames.of(read(schema), method, operation.template()));
        }
        assertThat(theirs).as(operation.toString()).isNotEmpty();
        return DescribedNames.differences(
                operation.toString(), DescribedNames.of(ours, method, operation.template()), theirs);
    }

    @Test
    void our_document_has_every_vendor_operation_on_customers_and_tags() throws IOException {
        Set<String> theirs = new TreeSet<>();
        for (String schema : SCHEMAS) {
            for (Map.Entry<String, JsonNode> path : read(schema).path("paths").properties()) {
                if (path.getKey().matches(".*/(customers|tags|login)(/.*)?")) {
                    path.getValue()
                            .propertyNames()
                            .forEach(method -> theirs.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
                }
            }
        }
        assertThat(OpenApi.ofTheMock().operations().stream()
                        .filter(operation -> operation.template().startsWith("/v1beta/"))
                        .map(OpenApiOperation::toString))
                .containsExactlyInAnyOrderElementsOf(theirs);
    }

    @Test
    void our_document_has_the_fields_of_the_vendor_client_and_six_of_the_article() throws IOException {
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
    void required_fields_of_top_level_domains_are_those_of_the_sources() throws IOException {
        new TldMaterial(read("tld-fields.json")).compareFields();
    }

    @Test
    void top_level_domains_and_what_they_share_are_those_of_the_sources() throws IOException {
        new TldMaterial(read("tld-fields.json")).compareDomains();
    }

    private static Set<String> unknownNames(JsonNode definitions, String type, JsonNode object) {
        Set<String> unknownNames = new TreeSet<>();
        collect(definitions, type, "", object, unknownNames);
        return unknownNames;
    }

    private static void collect(
            JsonNode definitions, String type, String path, JsonNode object, Set<String> unknownNames) {
        JsonNode properties = definitions.path(type).path("properties");
        for (String name : object.propertyNames()) {
            JsonNode property = properties.path(name);
            if (property.isMissingNode()) {
                unknownNames.add(path + name);
            }
            String reference = property.path("$ref")
                    .asString(property.path("items").path("$ref").asString(""));
            if (!reference.isEmpty()) {
                String target = reference.substring("#/definitions/".length());
                JsonNode value = object.path(name);
                if (value.isArray()) {
                    value.forEach(element -> collect(definitions, target, path + name + ".", element, unknownNames));
                } else {
                    collect(definitions, target, path + name + ".", value, unknownNames);
                }
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
