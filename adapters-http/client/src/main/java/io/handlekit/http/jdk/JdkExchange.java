package io.handlekit.http.jdk;

import io.handlekit.http.internal.base.BoundedBytes;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** One exchange through the JDK's client. */
final class JdkExchange {
    private final CompletableFuture<HttpReply> outcome = new CompletableFuture<>();
    private final HttpCall call;
    private final OneShotBody body;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.STARTING);

    private enum Progress {
        STARTING,
        RUNNING,
        ENDED
    }

    JdkExchange(HttpCall call) {
        this.call = call;
        this.body = new OneShotBody(call);
    }

    /** Returns the reply or a {@link TransportFailure}. Cancelling the future gives up the exchange. */
    CompletableFuture<HttpReply> outcome() {
        return outcome;
    }

    /**
     * Starts the exchange, unless it was given up before or it is too late to send it.
     *
     * @param release run when the client has finished with the exchange later
     * @return null, or, if the client has finished with the exchange already, what completes its outcome
     */
    @Nullable
    Runnable start(HttpClient client, Runnable release) {
        CompletableFuture<HttpResponse<byte[]>> exchange = exchange(client);
        exchange.whenComplete((response, failure) -> {
            if (progress.getAndSet(Progress.ENDED) == Progress.RUNNING) {
                release.run();
                settle(response, failure);
            }
        });
        Futures.onFailure(outcome, () -> exchange.cancel(true));
        return progress.getAndSet(Progress.RUNNING) == Progress.ENDED
                ? () -> exchange.whenComplete(this::settle)
                : null;
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(HttpClient client) {
        try {
            if (outcome.isDone() || body.isTooLate()) {
                return CompletableFuture.failedFuture(new IOException("not sent"));
            }
            return client.sendAsync(
                    request(), response -> BoundedBody.subscriber(HttpTransport.MAX_REPLY_BYTES, this::fail));
        } catch (Throwable notStarted) {
            // An invalid request, or no more threads.
            return CompletableFuture.failedFuture(notStarted);
        }
    }

    /** Fails the exchange if it has not ended. */
    void close() {
        fail(new IOException("the transport was closed"));
    }

    private HttpRequest request() {
        // Over plain HTTP the JDK would ask for an upgrade to HTTP/2 in the first call, which not every server accepts.
        Version version = "https".equals(call.uri().getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.uri()).version(version).method(call.method(), body);
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private void settle(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (response == null) {
            fail(Futures.unwrap(failure));
        } else {
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            outcome.complete(new HttpReply(response.statusCode(), headers, response.body()));
        }
    }

    private void fail(@Nullable Throwable cause) {
        outcome.completeExceptionally(new TransportFailure(kind(cause), cause));
    }

    /** The JDK has many exceptions for a failed connection; whether the body was asked for is more reliable. */
    private Kind kind(@Nullable Throwable cause) {
        if (cause instanceof BoundedBytes.TooLarge) {
            return Kind.TOO_LARGE;
        }
        if (body.isExpired()) {
            return Kind.EXPIRED;
        }
        // If only HTTP/1.1 can be negotiated, the JDK writes the head before the TLS handshake.
        return body.callOff() || cause instanceof SSLHandshakeException ? Kind.CONNECT : Kind.EXCHANGE;
    }
}
