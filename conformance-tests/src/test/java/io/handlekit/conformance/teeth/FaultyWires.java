package io.handlekit.conformance.teeth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Wires that spoil what goes over them. */
final class FaultyWires {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final byte[] DONE = "{\"code\":0,\"data\":{\"success\":true}}".getBytes(UTF_8);

    private FaultyWires() {}

    /** Spoils the body of each request but logins. */
    static UnaryOperator<HttpTransport> inRequests(Consumer<ObjectNode> spoil) {
        return transport -> call -> {
            JsonNode tree = MAPPER.readTree(call.body());
            if (!(tree instanceof ObjectNode object) || call.uri().getPath().endsWith("login")) {
                return transport.send(call);
            }
            spoil.accept(object);
            return transport.send(
                    new HttpCall(call.method(), call.uri(), call.headers(), MAPPER.writeValueAsBytes(object)));
        };
    }

    /** Spoils the URI of each request. */
    static UnaryOperator<HttpTransport> inUris(String regex, String replacement) {
        return transport -> call -> {
            URI uri = URI.create(call.uri().toString().replaceAll(regex, replacement));
            return transport.send(new HttpCall(call.method(), uri, call.headers(), call.body()));
        };
    }

    /** Spoils the data of each reply. */
    static UnaryOperator<HttpTransport> inReplies(Consumer<ObjectNode> spoil) {
        return transport -> call -> transport
                .send(call)
                .thenApply(reply -> new HttpReply(reply.status(), reply.contentType(), spoilt(reply.body(), spoil)));
    }

    private static byte[] spoilt(byte[] reply, Consumer<ObjectNode> spoil) {
        JsonNode tree = MAPPER.readTree(reply);
        if (tree.path("data") instanceof ObjectNode data) {
            spoil.accept(data);
        }
        return MAPPER.writeValueAsBytes(tree);
    }

    /** Spoils each page of a list. */
    static UnaryOperator<HttpTransport> inPages(Consumer<ObjectNode> spoil) {
        return inReplies(data -> {
            if (data.has("results")) {
                spoil.accept(data);
            }
        });
    }

    /** Spoils each customer in a list. */
    static UnaryOperator<HttpTransport> inResults(Consumer<ObjectNode> spoil) {
        return inPages(page -> page.path("results").forEach(result -> spoil.accept((ObjectNode) result)));
    }

    /** Answers for the service that it is done. */
    static HttpTransport sendingNoDelete(HttpTransport transport) {
        return call -> call.method().equals("DELETE")
                ? CompletableFuture.completedFuture(new HttpReply(200, "application/json", DONE))
                : transport.send(call);
    }

    /** Does not trust the first reply. */
    static HttpTransport creatingTwice(HttpTransport transport) {
        return call -> call.method().equals("POST") && call.uri().getPath().endsWith("customers")
                ? transport.send(call).thenCompose(reply -> transport.send(call))
                : transport.send(call);
    }
}
