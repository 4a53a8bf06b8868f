package io.handlekit.conformance.openapi;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Holds every exchange, logins included, against the document, and keeps what it finds. */
final class WatchedTransport implements HttpTransport {
    private final HttpTransport transport;
    private final OpenApi api;
    private final List<String> violations = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    WatchedTransport(HttpTransport transport, OpenApi api) {
        this.transport = transport;
        this.api = api;
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        CompletableFuture<HttpReply> exchange = transport.send(call).toCompletableFuture();
        CompletableFuture<HttpReply> watched = exchange.thenApply(reply -> watch(call, reply));
        watched.whenComplete((reply, failure) -> exchange.cancel(true));
        return watched;
    }

    private synchronized HttpReply watch(HttpCall call, HttpReply reply) {
        api.operation(call).ifPresent(operation -> seen.add(operation + " " + reply.status()));
        violations.addAll(api.violations(call, reply));
        return reply;
    }

    /** What was not as described since the last time this was asked. */
    synchronized List<String> takeViolations() {
        List<String> taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }

    /** The operations that went by, each with a status it was answered with. */
    synchronized Set<String> seen() {
        return Set.copyOf(seen);
    }

    @Override
    public void close() {
        transport.close();
    }
}
