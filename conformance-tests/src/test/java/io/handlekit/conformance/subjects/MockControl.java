package io.handlekit.conformance.subjects;

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

/** What is done to a mock by its clock, and by a transport that cuts creates and holds calls back as it is told. */
final class MockControl implements ServiceControl {
    private static final Duration LIFE_OF_A_TOKEN = Duration.ofDays(2);

    /** More than one login in it would soon be too many. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Set<Moment> failures = ConcurrentHashMap.newKeySet();
    private volatile CompletableFuture<Void> spoken = CompletableFuture.completedFuture(null);

    /** What time it is for the client. */
    Instant now() {
        return Instant.now().plus(moved.get());
    }

    /** What time it is for the mock, which may be ahead. */
    Instant nowOfService() {
        return now().plus(ahead.get());
    }

    /** A way over this transport on which the service can be cut off and silenced. */
    HttpTransport over(HttpTransport transport) {
        return call -> spoken.isDone() ? send(transport, call) : spoken.thenCompose(now -> send(transport, call));
    }

    private CompletionStage<HttpReply> send(HttpTransport transport, HttpCall call) {
        boolean create = call.method().equals("POST") && call.uri().getPath().endsWith("/customers");
        if (create && failures.remove(Moment.BEFORE_EFFECT)) {
            return cut();
        }
        CompletableFuture<HttpReply> exchange = transport.send(call).toCompletableFuture();
        return create ? exchange.thenCompose(this::unlessCut) : exchange;
    }

    /** A token that was refused has had no effect, and the call comes again. */
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
        ahead.updateAndGet(LIFE_OF_A_TOKEN::plus);
        moveClock(MINUTE);
    }

    @Override
    public void moveClock(Duration by) {
        moved.updateAndGet(by::plus);
    }

    @Override
    public void silence() {
        spoken = new CompletableFuture<>();
    }

    @Override
    public void speak() {
        spoken.complete(null);
    }
}
