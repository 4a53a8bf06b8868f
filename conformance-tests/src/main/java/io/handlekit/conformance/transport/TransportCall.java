package io.handlekit.conformance.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** A call on its way through the transport under proof. */
public final class TransportCall {
    private static final int PATIENCE_SECONDS = 60;
    private static final int ARRIVAL_SECONDS = 30;
    private static final int PAUSE_MILLIS = 20;

    private final CompletableFuture<HttpReply> exchange;

    private TransportCall(CompletableFuture<HttpReply> exchange) {
        this.exchange = exchange;
    }

    /** Sends the call, which may not throw. */
    public static TransportCall of(HttpTransport transport, HttpCall call) {
        CompletionStage<HttpReply> stage;
        try {
            stage = transport.send(call);
        } catch (RuntimeException thrown) {
            throw new AssertionError("a transport throws nothing, but this one threw " + thrown.getClass(), thrown);
        }
        return new TransportCall(stage.toCompletableFuture());
    }

    /** Sends a small POST. */
    public static TransportCall post(HttpTransport transport, URI uri) {
        return of(transport, call("POST", uri, "{}"));
    }

    /** Sends a GET. */
    public static TransportCall get(HttpTransport transport, URI uri) {
        return of(transport, call("GET", uri, ""));
    }

    /** Sends so many POSTs one after the other, waiting for none: {@code call 0} is the body of the first. */
    static List<TransportCall> numbered(HttpTransport transport, URI uri, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> of(transport, call("POST", uri, "call " + number)))
                .toList();
    }

    /** Waits until the server has let the latch down, which it does not for calls that are over already. */
    public static void mustArrive(List<TransportCall> attempts, CountDownLatch arrived) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ARRIVAL_SECONDS);
        while (!arrived.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - end > 0 || attempts.stream().allMatch(TransportCall::isDone)) {
                throw new AssertionError("the call never arrived");
            }
        }
    }

    public static HttpCall call(String method, URI uri, String body) {
        return new HttpCall(method, uri, Map.of(), body.getBytes(UTF_8));
    }

    /** The reply that had to come. */
    public HttpReply reply() {
        try {
            return outcome();
        } catch (ExecutionException failed) {
            throw new AssertionError("there had to be a reply", failed.getCause());
        }
    }

    /** The reply's body, as text. */
    public String text() {
        return new String(reply().body(), UTF_8);
    }

    /** The failure that had to come. */
    TransportFailure failure() {
        try {
            throw new AssertionError("it had to fail, but there was a reply: " + outcome());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TransportFailure failure) {
                return failure;
            }
            throw new AssertionError("every failure is a TransportFailure, but this one is not", failed.getCause());
        }
    }

    /** Asks for a failure of this kind. */
    public void mustFailAs(TransportFailure.Kind kind, String why) {
        TransportFailure failure;
        try {
            failure = failure();
        } catch (AssertionError another) {
            throw new AssertionError(why, another);
        }
        if (failure.kind() != kind) {
            throw new AssertionError(why + ": it had to fail as " + kind + ", not as " + failure.kind(), failure);
        }
    }

    CompletableFuture<HttpReply> exchange() {
        return exchange;
    }

    /** Whether it is over, in whatever way. */
    boolean isDone() {
        return exchange.isDone();
    }

    public void cancel() {
        exchange.cancel(true);
    }

    private HttpReply outcome() throws ExecutionException {
        try {
            return exchange.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("nothing came of the call in " + PATIENCE_SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
