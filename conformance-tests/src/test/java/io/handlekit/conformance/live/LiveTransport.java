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
 * What {@link LiveRun} sends goes through here: one call after another with a rest before each, no more than a bound in
 * all, and what came back is kept by the step that it came in.
 */
final class LiveTransport implements HttpTransport {
    /** More than a run takes, and less than any limit of the service that is known. */
    static final int MOST_CALLS = 80;

    private static final int PATIENCE_SECONDS = 60;

    private final HttpTransport transport;
    private final BaseUrl baseUrl;
    private final Duration rest;
    private final Map<String, LiveReply> replies = new HashMap<>();
    private Map<String, String> headers = Map.of();
    private String step = "";
    private int calls;
    private long nextNanos = System.nanoTime();

    LiveTransport(HttpTransport transport, BaseUrl baseUrl, Duration rest) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.rest = rest;
    }

    /** Names what is sent from now on. */
    synchronized void step(String name) {
        step = name;
    }

    /** What came in each step, the last of it; the login by that name. */
    synchronized Map<String, LiveReply> replies() {
        return Map.copyOf(replies);
    }

    /** Sends a call of our own with the headers of the call before, which have the token, and waits for its reply. */
    LiveReply send(String method, String path, byte[] body) {
        return send(method, path, body, Map.of());
    }

    /** The same with other headers in place of those. */
    LiveReply send(String method, String path, byte[] body, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(headers());
        if (all.isEmpty()) {
            throw new CompletionException("no call has had a token yet", null);
        }
        all.put("Content-Type", "application/json");
        all.putAll(others);
        if (body.length == 0) {
            all.remove("Content-Type");
        }
        HttpCall call = new HttpCall(method, URI.create(baseUrl + path), all, body);
        return LiveReply.of(send(call)
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, SECONDS)
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
        long delay = Math.max(0, nextNanos - now);
        nextNanos = now + delay + rest.toNanos();
        return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(delay, NANOSECONDS));
    }

    private synchronized HttpReply keep(String name, HttpCall call, HttpReply reply) {
        replies.put(name, LiveReply.of(reply));
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
