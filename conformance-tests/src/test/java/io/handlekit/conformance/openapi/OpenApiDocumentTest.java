package io.handlekit.conformance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.handlekit.conformance.golden.Goldens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Tests the document by itself: it is valid OpenAPI 3.1, its references resolve, and its examples match its schemas. */
class OpenApiDocumentTest {
    private static final String META = "spec.openapis.org/oas/3.1/";

    private final OpenApi api = OpenApi.ofTheMock();
    private final JsonNode document = api.schemas().document();

    /** The first checks the document, the second the schemas in it too. */
    @ParameterizedTest
    @ValueSource(strings = {"schema/2022-10-07", "schema-base/2022-10-07"})
    void the_document_is_valid_OpenAPI(String schema) {
        assertThat(metaSchemas().getSchema(metaSchema(schema)).validate(document))
                .isEmpty();
    }

    @Test
    void the_meta_schema_finds_a_planted_mistake() {
        JsonNode spoilt = Goldens.tree("""
                {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},
                 "components":{"schemas":{"Text":{"type":"text"}}}}""".getBytes(StandardCharsets.UTF_8));

        assertThat(metaSchemas().getSchema(metaSchema("schema-base/2022-10-07")).validate(spoilt))
                .isNotEmpty();
    }

    private static SchemaRegistry metaSchemas() {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(
                        "https://" + META + "schema/2022-10-07", metaSchema("schema/2022-10-07"),
                        "https://" + META + "dialect/base", metaSchema("dialect/base"),
                        "https://" + META + "meta/base", metaSchema("meta/base"))));
    }

    private static String metaSchema(String name) {
        return new String(OpenApi.resource("/" + META + name), StandardCharsets.UTF_8);
    }

    @Test
    void every_reference_resolves_and_every_component_is_used() {
        Set<String> references = new TreeSet<>();
        everywhere((place, node) -> {
            if (node.path("$ref").isString()) {
                references.add(OpenApiSchemas.fragment(node.path("$ref").stringValue()));
            }
        });
        Set<String> components = new TreeSet<>();
        for (String kind : List.of("parameters", "responses", "schemas")) {
            document.path("components")
                    .path(kind)
                    .propertyNames()
                    .forEach(name -> components.add("/components/" + kind + "/" + name));
        }

        assertThat(references).isEqualTo(components);
    }

    /** Generators and proxies drop the members beside a reference. */
    @Test
    void a_reference_stands_alone() {
        everywhere((place, node) -> {
            if (node.has("$ref")) {
                assertThat(node.propertyNames()).as(place.toString()).containsExactly("$ref");
            }
        });
    }

    /** Generators guess the type of a schema without one, and cannot write a schema of several types. */
    @Test
    void every_schema_with_a_limit_has_one_type() {
        Set<String> limits =
                Set.of("pattern", "minLength", "maxLength", "minimum", "maximum", "const", "minItems", "maxItems");
        everywhere((place, node) -> {
            if (limits.stream().anyMatch(limit -> node.path(limit).isValueNode())) {
                assertThat(node.path("type").isString()).as(place.toString()).isTrue();
            }
            assertThat(node.path("type").isArray()).as(place.toString()).isFalse();
        });
    }

    /** Generators invent a name for an object without one. */
    @Test
    void every_body_and_every_object_in_it_has_a_name() {
        everywhere((place, node) -> {
            String at = place.toString();
            boolean isNested = at.startsWith("/components/schemas/")
                    && at.indexOf('/', "/components/schemas/".length()) > 0
                    && !at.matches(".*/(dependentSchemas|if|then|else)(/.*)?");
            if (isNested || at.endsWith("/application~1json/schema")) {
                assertThat(node.path("properties").isObject() && node.has("type"))
                        .as(at)
                        .isFalse();
            }
        });
    }

    @Test
    void every_operation_has_a_unique_id_and_examples_of_request_and_reply() {
        Set<String> names = new TreeSet<>();
        for (OpenApiOperation operation : api.operations()) {
            assertThat(names.add(operation.node().path("operationId").stringValue()))
                    .isTrue();
            for (String content : List.of("requestBody/content", "responses/200/content")) {
                JsonNode bodies = operation.node().at("/" + content);
                assertThat(
                                bodies.isEmpty()
                                        ? content.startsWith("request")
                                        : bodies.valueStream().allMatch(body -> body.has("example")))
                        .as(operation + " " + content)
                        .isTrue();
            }
        }
        assertThat(names).hasSize(44);
    }

    @Test
    void every_example_matches_its_schema() {
        List<String> violations = new ArrayList<>();
        everywhere((place, node) -> {
            for (JsonNode example : examples(node)) {
                JsonPointer schema = place.appendProperty("schema");
                api.schemas()
                        .violations(api.schemas().resolve(schema), example)
                        .forEach(violation -> violations.add(place + " " + violation));
            }
        });
        assertThat(violations).isEmpty();
    }

    private static List<JsonNode> examples(JsonNode node) {
        List<JsonNode> examples = new ArrayList<>();
        if (node.has("schema") && node.has("example")) {
            examples.add(node.path("example"));
        }
        node.path("examples").forEach(example -> examples.add(example.path("value")));
        return examples;
    }

    private void everywhere(BiConsumer<JsonPointer, JsonNode> use) {
        everywhere(JsonPointer.empty(), document, use);
    }

    private static void everywhere(JsonPointer place, JsonNode node, BiConsumer<JsonPointer, JsonNode> use) {
        if (node.isObject()) {
            use.accept(place, node);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            everywhere(place.appendProperty(member.getKey()), member.getValue(), use);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            everywhere(place.appendIndex(i), node.path(i), use);
        }
    }
}
