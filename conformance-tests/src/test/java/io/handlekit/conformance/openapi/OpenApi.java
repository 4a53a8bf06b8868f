package io.handlekit.conformance.openapi;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI document of the mock, to check requests and replies against. Each violation is one line that names the
 * operation, the part of the exchange, and what is wrong there.
 */
public final class OpenApi {
    /** The codes of replies to requests that the document does not describe, by HTTP status. */
    private static final Map<Integer, Integer> OUTSIDE = Map.of(404, 900_404, 405, 900_405);

    private static final JsonPointer REFUSAL = JsonPointer.compile("/components/schemas/Refusal");

    private static final String JSON = "application/json";

    private static final OpenApi OF_THE_MOCK = new OpenApi(resource("/io/handlekit/mock/openapi.json"));

    private final OpenApiSchemas schemas;
    private final List<OpenApiOperation> operations;

    OpenApi(byte[] json) {
        schemas = new OpenApiSchemas(json);
        operations = OpenApiOperation.all(schemas);
    }

    /** Returns the document in the jar of the mock. */
    public static OpenApi ofTheMock() {
        return OF_THE_MOCK;
    }

    static byte[] resource(String name) {
        try (InputStream in = MockOpenprovider.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public OpenApiSchemas schemas() {
        return schemas;
    }

    public List<OpenApiOperation> operations() {
        return operations;
    }

    /** Returns the operation of the call. A path without variables takes precedence. */
    Optional<OpenApiOperation> operation(HttpCall call) {
        return operations.stream()
                .filter(operation -> operation.serves(call.method(), call.uri()))
                .min(Comparator.comparing(operation -> operation.template().contains("{")));
    }

    /** Returns the violations of request and reply. */
    List<String> violations(HttpCall call, HttpReply reply) {
        List<String> violations = new ArrayList<>(inRequest(call));
        violations.addAll(inAnswer(call, reply));
        return violations;
    }

    /** Returns the violations of the request. */
    List<String> inRequest(HttpCall call) {
        Optional<OpenApiOperation> operation = operation(call);
        if (operation.isEmpty()) {
            return List.of(call.method() + " " + call.uri().getPath() + ": no such operation");
        }
        List<String> violations = new OpenApiParameters(schemas, operation.get()).violations(call.uri());
        violations.addAll(body(operation.get(), call.body()));
        return named(operation.get() + " request ", violations);
    }

    private List<String> body(OpenApiOperation operation, byte[] body) {
        JsonPointer place = operation.at("requestBody");
        JsonNode described = schemas.document().at(place);
        if (body.length == 0 && !described.path("required").asBoolean(false)) {
            return List.of();
        }
        if (described.isMissingNode()) {
            return List.of("body: the document describes none");
        }
        return described.path("content").has(JSON) ? content(place, body) : List.of();
    }

    /** Returns the violations of the reply, without a look at the request. */
    List<String> inAnswer(HttpCall call, HttpReply reply) {
        Optional<OpenApiOperation> operation = operation(call);
        String name = operation
                        .map(OpenApiOperation::toString)
                        .orElseGet(() -> call.method() + " " + call.uri().getPath())
                + " HTTP " + reply.status() + " ";
        return named(name, operation.map(found -> inReply(found, reply)).orElseGet(() -> outside(reply)));
    }

    private List<String> inReply(OpenApiOperation operation, HttpReply reply) {
        JsonPointer place = schemas.resolve(operation.at("responses").appendProperty(String.valueOf(reply.status())));
        JsonNode content = schemas.document().at(place).path("content");
        List<String> violations = new ArrayList<>();
        if (content.isMissingNode()) {
            violations.add("is not described");
        } else if (!content.has(reply.contentType())) {
            violations.add("content type: " + reply.contentType());
        }
        if (content.has(JSON)) {
            violations.addAll(isRefusal(reply) ? body(REFUSAL, reply.body()) : content(place, reply.body()));
        }
        return violations;
    }

    /** Returns true for a business error with HTTP 200, which the document describes in words. */
    private static boolean isRefusal(HttpReply reply) {
        try {
            return reply.status() == 200
                    && Goldens.tree(reply.body()).path("code").asInt(0) != 0;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /** The document describes these replies in words. */
    private static List<String> outside(HttpReply reply) {
        JsonNode body = Goldens.tree(reply.body());
        boolean isAsDescribed = body.path("desc").isString()
                && body.size() == 2
                && body.path("code").asInt(0) == OUTSIDE.getOrDefault(reply.status(), -1);
        return isAsDescribed ? List.of() : List.of("is not described");
    }

    private List<String> content(JsonPointer place, byte[] body) {
        return body(place.appendProperty("content").appendProperty(JSON).appendProperty("schema"), body);
    }

    private List<String> body(JsonPointer schema, byte[] body) {
        JsonNode tree;
        try {
            tree = Goldens.tree(body);
        } catch (JacksonException notJson) {
            return List.of("body: not JSON");
        }
        return tree.isMissingNode() ? List.of("body: missing") : named("body", schemas.violations(schema, tree));
    }

    private static List<String> named(String name, List<String> violations) {
        return violations.stream().map(violation -> name + violation).toList();
    }
}
