package io.handlekit.conformance.material;

import static io.handlekit.conformance.material.SharedMaterial.read;
import static io.handlekit.conformance.material.SharedMaterial.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.conformance.openapi.DescribedNames;
import io.handlekit.conformance.openapi.Deviations;
import io.handlekit.conformance.openapi.OpenApi;
import io.handlekit.conformance.openapi.OpenApiOperation;
import io.handlekit.customers.CustomerQuery;
import java.io.IOException;
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
 * Tests that compare the goldens, the query and our OpenAPI document with the vendor's schemas in {@link
 * SharedMaterial}.
 */
class SchemaMaterialTest {
    private static final List<String> SCHEMAS =
            List.of("vendor-auth.swagger.json", "vendor-customers.swagger.json", "vendor-additional-data.swagger.json");

    /**
     * The vendor's schema of 2024 lacks 28 names of the goldens: six of the article, 22 of the vendor's client of 2026.
     */
    @Test
    void the_goldens_use_names_of_the_vendor_s_schema_and_the_listed_others_only() throws IOException {
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

    /** The client asks for its own reseller alone and for all columns. */
    @Test
    void the_parameters_of_a_query_are_those_of_the_vendor_s_schema() throws IOException {
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

    /** Compares paths, methods, names and types; {@code openapi-deviations.txt} lists every difference. */
    @Test
    void our_document_differs_from_the_vendor_s_schemas_only_as_listed() throws IOException {
        Set<String> differences = new TreeSet<>();
        for (OpenApiOperation operation : OpenApi.ofTheMock().operations()) {
            if (operation.isOfTheService()) {
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
            theirs.putAll(DescribedNames.of(read(schema), method, "/v1beta" + operation.template()));
        }
        assertThat(theirs).as(operation.toString()).isNotEmpty();
        return DescribedNames.differences(
                operation.toString(), DescribedNames.of(ours, method, operation.template()), theirs);
    }

    @Test
    void our_document_has_every_operation_on_customers_tags_and_login() throws IOException {
        Set<String> theirs = new TreeSet<>();
        for (String schema : SCHEMAS) {
            for (Map.Entry<String, JsonNode> path : read(schema).path("paths").properties()) {
                if (path.getKey().matches(".*/(customers|tags|login)(/.*)?")) {
                    path.getValue()
                            .propertyNames()
                            .forEach(method -> theirs.add(method.toUpperCase(Locale.ROOT) + " "
                                    + path.getKey().replace("/v1beta", "")));
                }
            }
        }
        assertThat(OpenApi.ofTheMock().operations().stream()
                        .filter(OpenApiOperation::isOfTheService)
                        .map(OpenApiOperation::toString))
                .containsExactlyInAnyOrderElementsOf(theirs);
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
}
