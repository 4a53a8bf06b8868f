package io.handlekit.conformance.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.handlekit.conformance.golden.Goldens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** Returns the violations. Of alternatives, only the best match is reported. */
    List<String> violations(JsonPointer schema, JsonNode value) {
        JsonNode alternatives = document.at(schema).path("oneOf");
        if (alternatives.isMissingNode()) {
            return validate(schema, value);
        }
        List<List<String>> attempts = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            attempts.add(violations(schema.appendProperty("oneOf").appendIndex(i), value));
        }
        long fitting = attempts.stream().filter(List::isEmpty).count();
        if (fitting > 1) {
            return List.of("more than one of the alternatives at " + schema + " fit");
        }
        return attempts.stream()
                .min(Comparator.comparing(OpenApiSchemas::isOfAnotherCode).thenComparingInt(List::size))
                .orElseThrow();
    }

    /** Returns true if the code shows that the reply belongs to another alternative. */
    private static boolean isOfAnotherCode(List<String> violations) {
        return violations.stream().anyMatch(violation -> violation.startsWith("/code:"));
    }

    /** A fault deep down marks all members above it as unevaluated; those errors are left out. */
    private List<String> validate(JsonPointer schema, JsonNode value) {
        List<Error> errors =
                registry.getSchema(SchemaLocation.of(IRI + "#" + schema)).validate(value);
        List<Error> causes = errors.stream()
                .filter(error -> !error.getKeyword().equals("unevaluatedProperties"))
                .toList();
        return (causes.isEmpty() ? errors : causes)
                .stream().map(OpenApiSchemas::readable).toList();
    }

    private static String readable(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }
}
