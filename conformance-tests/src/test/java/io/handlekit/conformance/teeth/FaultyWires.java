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

/** Wires to the mock that change requests or replies. */
final class FaultyWires {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final byte[] DONE = "{\"code\":0,\"data\":{\"success\":true}}".getBytes(UTF_8);

    private FaultyWires() {}

    /** Changes the body of each request except logins. */
    static UnaryOperator<HttpTransport> inRequests(Consumer<ObjectNode> change) {
        return transport -> call -> {
            JsonNode tree = MAPPER.readTree(call.body());
            if (!(tree instanceof ObjectNode object) || call.uri().getPath().endsWith("login")) {
                return transport.send(call);
            }
            change.accept(object);
            return transport.send(
                    new HttpCall(call.method(), call.uri(), call.headers(), MAPPER.writeValueAsBytes(object)));
        };
    }

    /** Changes the URI of each request. */
    static UnaryOperator<HttpTransport> inUris(String regex, String replacement) {
        return transport -> call -> {
            URI uri = URI.create(call.uri().toString().replaceAll(regex, replacement));
            return transport.send(new HttpCall(call.method(), uri, call.headers(), call.body()));
        };
    }

    /** Changes the data of each reply. */
    static UnaryOperator<HttpTransport> inReplies(Consumer<ObjectNode> change) {
        return transport -> call -> transport
                .send(call)
                .thenApply(reply -> new HttpReply(reply.status(), reply.contentType(), changed(reply.body(), change)));
    }

    private static byte[] changed(byte[] reply, Consumer<ObjectNode> change) {
        JsonNode tree = MAPPER.readTree(reply);
        if (tree.path("data") instanceof ObjectNode data) {
            change.accept(data);
        }
        return MAPPER.writeValueAsBytes(tree);
    }

    /** Changes each page of a list. */
    static UnaryOperator<HttpTransport> inPages(Consumer<ObjectNode> change) {
        return inReplies(data -> {
            if (data.has("results")) {
                change.accept(data);
            }
        });
    }

    /** Changes each customer in a list. */
    static UnaryOperator<HttpTransport> inResults(Consumer<ObjectNode> change) {
        return inPages(page -> page.path("results").forEach(result -> change.accept((ObjectNode) result)));
    }

    /** Replies to a delete without sending it. */
    static HttpTransport sendingNoDelete(HttpTransport transport) {
        return call -> call.method().equals("DELETE")
                ? CompletableFuture.completedFuture(new HttpReply(200, "application/json", DONE))
                : transport.send(call);
    }

    /** Sends each create a second time after its reply. */
    static HttpTransport creatingTwice(HttpTransport transport) {
        return call -> call.method().equals("POST") && call.uri().getPath().endsWith("customers")
                ? transport.send(call).thenCompose(reply -> transport.send(call))
                : transport.send(call);
    }
}
