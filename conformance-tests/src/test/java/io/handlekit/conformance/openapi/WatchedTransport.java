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

/** A transport that checks every exchange, logins too, against the document, and collects the violations. */
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

    /** Returns the violations since the last call of this method. */
    synchronized List<String> takeViolations() {
        List<String> taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }

    /** Returns the operations seen, each with the status of its reply. */
    synchronized Set<String> seen() {
        return Set.copyOf(seen);
    }

    @Override
    public void close() {
        transport.close();
    }
}
