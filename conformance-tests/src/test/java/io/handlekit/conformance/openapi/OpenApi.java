package io.handlekit.conformance.openapi;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
    /** Replies to requests that the document does not describe, by HTTP status. */
    private static final Map<Integer, String> OUTSIDE = Map.of(404, "UnknownRoute", 405, "WrongMethod");

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
                .findFirst();
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
        if (schemas.document().at(place).isMissingNode()) {
            return body.length == 0 ? List.of() : List.of("body: the document describes none");
        }
        boolean isJson = schemas.document().at(place).path("content").has(JSON);
        return isJson ? content(place, body) : List.of();
    }

    /** Returns the violations of the reply, without a look at the request. */
    List<String> inAnswer(HttpCall call, HttpReply reply) {
        Optional<OpenApiOperation> operation = operation(call);
        String status = String.valueOf(reply.status());
        JsonPointer place = operation
                .map(found -> found.at("responses").appendProperty(status))
                .orElseGet(() -> JsonPointer.compile("/components/responses/" + OUTSIDE.get(reply.status())));
        String name = operation
                        .map(OpenApiOperation::toString)
                        .orElseGet(() -> call.method() + " " + call.uri().getPath())
                + " HTTP " + status + " ";
        if (schemas.document().at(place).isMissingNode()) {
            return List.of(name + "is not described");
        }
        JsonNode content = schemas.document().at(schemas.resolve(place)).path("content");
        List<String> violations = new ArrayList<>();
        if (!content.has(reply.contentType())) {
            violations.add("content type: " + reply.contentType());
        }
        if (content.has(JSON)) {
            violations.addAll(content(schemas.resolve(place), reply.body()));
        }
        return named(name, violations);
    }

    private List<String> content(JsonPointer place, byte[] body) {
        JsonPointer schema =
                place.appendProperty("content").appendProperty(JSON).appendProperty("schema");
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
