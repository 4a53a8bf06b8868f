package io.handlekit.conformance.live;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.handlekit.http.BaseUrl;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The transport of a {@link LiveRun}. Sends one call after another with a delay before each, refuses calls over a bound,
 * and keeps the last reply of each step.
 */
final class LiveTransport implements HttpTransport {
    /** More than a run needs, and less than any known limit of the service. */
    static final int MOST_CALLS = 100;

    private static final int TIMEOUT_SECONDS = 60;

    private final HttpTransport transport;
    private final BaseUrl baseUrl;
    private final Duration delay;
    private final Map<String, StepReply> replies = new HashMap<>();
    private Map<String, String> headers = Map.of();
    private String step = "";
    private int calls;
    private long nextNanos = System.nanoTime();

    LiveTransport(HttpTransport transport, BaseUrl baseUrl, Duration delay) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.delay = delay;
    }

    /** Begins a step. */
    synchronized void step(String name) {
        step = name;
    }

    /** Returns the last reply of each step; the step of a login is "login". */
    synchronized Map<String, StepReply> replies() {
        return Map.copyOf(replies);
    }

    /** Sends a call with the headers of the call before it, which have the token, and waits for the reply. */
    StepReply send(String method, String path, byte[] body) {
        return send(method, path, body, Map.of());
    }

    /** Sends a call without a body and without one of those headers. */
    StepReply sendWithout(String header, String method, String path) {
        Map<String, String> others = new HashMap<>(headers());
        others.remove(header);
        return wait(new HttpCall(method, URI.create(baseUrl + path), others, new byte[0]));
    }

    /** Does the same with some headers replaced. */
    StepReply send(String method, String path, byte[] body, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(headers());
        if (all.isEmpty()) {
            throw new CompletionException("no call with a token has been sent yet", null);
        }
        all.put("Content-Type", "application/json");
        all.putAll(others);
        if (body.length == 0) {
            all.remove("Content-Type");
        }
        return wait(new HttpCall(method, URI.create(baseUrl + path), all, body));
    }

    private StepReply wait(HttpCall call) {
        return StepReply.of(send(call)
                .toCompletableFuture()
                .orTimeout(TIMEOUT_SECONDS, SECONDS)
                .join());
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        boolean login = call.uri().getPath().endsWith("/auth/login");
        String name = login ? "login" : step();
        return turn().thenCompose(now -> transport.send(call)).thenApply(reply -> keep(name, call, reply));
    }

    private synchronized Map<String, String> headers() {
        return headers;
    }

    private synchronized String step() {
        return step;
    }

    private synchronized CompletableFuture<Void> turn() {
        if (++calls > MOST_CALLS) {
            return CompletableFuture.failedFuture(new TransportFailure(TransportFailure.Kind.CONNECT, null));
        }
        long now = System.nanoTime();
        long wait = Math.max(0, nextNanos - now);
        nextNanos = now + wait + delay.toNanos();
        return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(wait, NANOSECONDS));
    }

    private synchronized HttpReply keep(String name, HttpCall call, HttpReply reply) {
        replies.put(name, StepReply.of(reply));
        if (call.headers().containsKey("Authorization") && !name.equals(LiveProgram.DEAD_TOKEN)) {
            headers = call.headers();
        }
        return reply;
    }

    @Override
    public void close() {
        transport.close();
    }
}
