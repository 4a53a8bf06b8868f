package io.handlekit.conformance.quickstart;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A transport that prints each exchange for {@link Quickstart}, except logins, whose bodies are secrets. */
final class PrintingTransport implements HttpTransport {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpTransport transport;
    private final Consumer<String> out;

    PrintingTransport(HttpTransport transport, Consumer<String> out) {
        this.transport = transport;
        this.out = out;
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        CompletableFuture<HttpReply> exchange = transport.send(call).toCompletableFuture();
        if (call.uri().getPath().endsWith("/auth/login")) {
            return exchange;
        }
        CompletableFuture<HttpReply> printed = exchange.thenApply(reply -> print(call, reply));
        printed.whenComplete((reply, failure) -> exchange.cancel(true));
        return printed;
    }

    private HttpReply print(HttpCall call, HttpReply reply) {
        out.accept(call.method() + " " + call.uri());
        print(call.body());
        out.accept("-> HTTP " + reply.status());
        print(reply.body());
        out.accept("");
        return reply;
    }

    private void print(byte[] json) {
        if (json.length > 0) {
            out.accept(MAPPER.readTree(json).toPrettyString());
        }
    }
}
