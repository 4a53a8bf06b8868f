package io.handlekit.conformance.internal.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.check.FailureText;
import io.handlekit.conformance.internal.check.Patience;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** A call that was handed to the transport under test. */
public final class TransportCall {
    private static final int PATIENCE_SECONDS = 60;
    private static final int ARRIVAL_SECONDS = 30;

    private final String name;
    private final CompletableFuture<HttpReply> exchange;

    private TransportCall(String name, CompletableFuture<HttpReply> exchange) {
        this.name = name;
        this.exchange = exchange;
    }

    /**
     * Sends the call.
     *
     * @throws AssertionError if {@code send} throws instead of returning a failed stage
     */
    public static TransportCall send(HttpTransport transport, HttpCall call) {
        return send(call.method() + " " + call.uri(), transport, call);
    }

    /** Sends the call under a name, with which messages about it begin. */
    public static TransportCall send(String name, HttpTransport transport, HttpCall call) {
        CompletionStage<HttpReply> stage;
        try {
            stage = transport.send(call);
        } catch (RuntimeException thrown) {
            throw new AssertionError(
                    name + ": expected a failed stage, but send() threw " + FailureText.of(thrown), thrown);
        }
        if (stage == null) {
            throw new AssertionError(name + ": expected a stage, but send() returned null");
        }
        return new TransportCall(name, stage.toCompletableFuture());
    }

    /** Sends a small POST. */
    public static TransportCall post(HttpTransport transport, URI uri) {
        return send(transport, call("POST", uri, "{}"));
    }

    /** Sends a GET. */
    public static TransportCall get(HttpTransport transport, URI uri) {
        return send(transport, call("GET", uri, ""));
    }

    /** Sends this many POSTs without waiting for a reply. The body of the first is {@code call 0}. */
    public static List<TransportCall> numbered(HttpTransport transport, URI uri, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    String name = "call " + number;
                    return send(name + " of " + count, transport, call("POST", uri, name));
                })
                .toList();
    }

    /** Verifies that calls arrive: the server counts the latch down. Fails at once if every call is over before. */
    public static void awaitArrival(List<TransportCall> calls, CountDownLatch arrived) {
        Patience.until(
                () -> arrived.getCount() == 0 || calls.stream().allMatch(TransportCall::isDone), ARRIVAL_SECONDS);
        if (arrived.getCount() > 0) {
            throw new AssertionError("expected " + calls.size() + " calls to arrive at the server and wait, but "
                    + arrived.getCount() + " more had to arrive; " + calls.get(0) + " "
                    + calls.get(0).state());
        }
    }

    /** Verifies that the call is not over. */
    public void verifyUnderWay() {
        if (exchange.isDone()) {
            throw new AssertionError(this + ": expected the call to wait for its reply, but it " + state());
        }
    }

    private String state() {
        if (!exchange.isDone()) {
            return "is not over";
        }
        try {
            return "got the reply " + outcome();
        } catch (ExecutionException failed) {
            return "failed as " + FailureText.of(failed.getCause());
        }
    }

    /** Returns a call without headers. */
    public static HttpCall call(String method, URI uri, String body) {
        return new HttpCall(method, uri, Map.of(), body.getBytes(UTF_8));
    }

    /** Verifies that there is a reply, and returns it. */
    public HttpReply reply() {
        try {
            return outcome();
        } catch (ExecutionException failed) {
            throw new AssertionError(
                    this + ": expected a reply, but the call failed as " + FailureText.of(failed.getCause()),
                    failed.getCause());
        }
    }

    /** Verifies that there is a reply within this time, and returns its body as text. */
    public String textWithin(Duration time) {
        Patience.until(exchange::isDone, Math.toIntExact(time.toSeconds()));
        return text();
    }

    /** Verifies that there is a reply, and returns its body as text. */
    public String text() {
        return new String(reply().body(), UTF_8);
    }

    /** Verifies that the call fails as a {@link TransportFailure}, and returns the failure. */
    public TransportFailure failure() {
        return failure("TransportFailure");
    }

    private TransportFailure failure(String expected) {
        try {
            throw new AssertionError(this + ": expected a " + expected + ", but there was a reply: " + outcome());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TransportFailure failure) {
                return failure;
            }
            throw new AssertionError(
                    this + ": expected a " + expected + ", but the call failed as " + FailureText.of(failed.getCause()),
                    failed.getCause());
        }
    }

    /** Verifies that the call fails as this kind. The message starts with {@code why}. */
    public void verifyFailure(TransportFailure.Kind kind, String why) {
        Check.inCase(why, () -> {
            String expected = "TransportFailure of kind " + kind;
            TransportFailure failure = failure(expected);
            if (failure.kind() != kind) {
                throw new AssertionError(
                        this + ": expected a " + expected + ", but the call failed as a " + FailureText.of(failure),
                        failure);
            }
        });
    }

    CompletableFuture<HttpReply> exchange() {
        return exchange;
    }

    /** Returns true if the call is over, with a reply or a failure. */
    public boolean isDone() {
        return exchange.isDone();
    }

    /** Cancels the call. */
    public void cancel() {
        exchange.cancel(true);
    }

    private HttpReply outcome() throws ExecutionException {
        try {
            return exchange.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (CancellationException cancelled) {
            throw new AssertionError(this + ": expected an outcome, but the stage was cancelled", cancelled);
        } catch (TimeoutException late) {
            throw new AssertionError(
                    this + ": expected an outcome, but there was none after " + PATIENCE_SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(this + ": interrupted while waiting for the outcome", interrupted);
        }
    }

    /** Returns method and URI, or the number of the call. A line break in them is escaped. */
    @Override
    public String toString() {
        return name.replace("\r", "\\r").replace("\n", "\\n");
    }
}
