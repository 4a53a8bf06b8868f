package io.handlekit.conformance.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.handlekit.conformance.golden.Goldens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The schemas of an OpenAPI 3.1 document, by their place in it. */
public final class OpenApiSchemas {
    private static final String IRI = "https://handlekit.example/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry registry;

    OpenApiSchemas(byte[] json) {
        document = Goldens.tree(json);
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(IRI, new String(json, StandardCharsets.UTF_8))));
    }

    public JsonNode document() {
        return document;
    }

    /** Returns the place itself, or the one that it refers to. */
    JsonPointer resolve(JsonPointer place) {
        JsonNode reference = document.at(place).path("$ref");
        return reference.isString() ? resolve(JsonPointer.compile(fragment(reference.stringValue()))) : place;
    }

    static String fragment(String reference) {
        return reference.substring(reference.indexOf('#') + 1);
    }

    /** Returns the violations of the schema at a place. */
    List<String> violations(JsonPointer schema, JsonNode value) {
        List<Error> errors =
                registry.getSchema(SchemaLocation.of(IRI + "#" + schema)).validate(value);
        return errors.stream().map(OpenApiSchemas::readable).toList();
    }

    private static String readable(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }
}
