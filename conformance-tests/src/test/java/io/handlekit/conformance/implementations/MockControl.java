package io.handlekit.conformance.implementations;

import io.handlekit.conformance.fixture.ServiceControl;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The control of a mock by its clock, and by a transport that fails creates and delays calls on demand. */
final class MockControl implements ServiceControl {
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(2);

    /** The service allows few logins in a minute, so each expiry moves the clock on. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Set<Moment> failures = ConcurrentHashMap.newKeySet();
    private volatile CompletableFuture<Void> answering = CompletableFuture.completedFuture(null);

    /** Returns the time of the client. */
    Instant now() {
        return Instant.now().plus(moved.get());
    }

    /** Returns the time of the mock, which may be ahead of the client's. */
    Instant nowOfService() {
        return now().plus(ahead.get());
    }

    /** Returns a transport over this one that this control can cut and silence. */
    HttpTransport over(HttpTransport transport) {
        return call -> answering.isDone() ? send(transport, call) : answering.thenCompose(now -> send(transport, call));
    }

    private CompletionStage<HttpReply> send(HttpTransport transport, HttpCall call) {
        boolean create = call.method().equals("POST") && call.uri().getPath().endsWith("/customers");
        if (create && failures.remove(Moment.BEFORE_EFFECT)) {
            return cut();
        }
        CompletableFuture<HttpReply> exchange = transport.send(call).toCompletableFuture();
        return create ? exchange.thenCompose(this::unlessCut) : exchange;
    }

    /** A create whose token was refused had no effect, and is sent again: the failure waits for that. */
    private CompletionStage<HttpReply> unlessCut(HttpReply reply) {
        boolean effect = new String(reply.body(), StandardCharsets.UTF_8).contains("\"handle\"");
        return effect && failures.remove(Moment.AFTER_EFFECT) ? cut() : CompletableFuture.completedFuture(reply);
    }

    private static CompletionStage<HttpReply> cut() {
        return CompletableFuture.failedFuture(new TransportFailure(Kind.EXCHANGE, null));
    }

    @Override
    public void failNextCreate(Moment moment) {
        failures.add(moment);
    }

    @Override
    public void expireTokens() {
        ahead.updateAndGet(TOKEN_LIFETIME::plus);
        moveClock(MINUTE);
    }

    @Override
    public void moveClock(Duration by) {
        moved.updateAndGet(by::plus);
    }

    @Override
    public void silence() {
        answering = new CompletableFuture<>();
    }

    @Override
    public void speak() {
        answering.complete(null);
    }
}
