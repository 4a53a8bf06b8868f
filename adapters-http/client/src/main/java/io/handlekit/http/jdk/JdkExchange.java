package io.handlekit.http.jdk;

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
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** One exchange through the JDK's client. */
final class JdkExchange {
    private final CompletableFuture<HttpReply> outcome = new CompletableFuture<>();
    private final HttpCall call;
    private final OneShotBody departure;

    JdkExchange(HttpCall call) {
        this.call = call;
        this.departure = new OneShotBody(call.body());
    }

    /** Completes with the reply or a {@link TransportFailure}. Cancelling it gives up the exchange. */
    CompletableFuture<HttpReply> outcome() {
        return outcome;
    }

    /**
     * Starts the exchange, unless it is over already.
     *
     * @param end run when the client has nothing more to do with it
     */
    void start(HttpClient client, Runnable end) {
        if (outcome.isDone()) {
            end.run();
            return;
        }
        CompletableFuture<HttpResponse<byte[]>> exchange = exchange(client);
        exchange.whenComplete((response, failure) -> {
            end.run();
            settle(response, failure);
        });
        outcome.whenComplete((reply, failure) -> exchange.cancel(true));
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(HttpClient client) {
        try {
            return client.sendAsync(request(), response -> new BoundedBody(HttpTransport.MAX_REPLY_BYTES));
        } catch (RuntimeException unsendable) {
            return CompletableFuture.failedFuture(unsendable);
        }
    }

    /** Fails the exchange if it is not over yet. */
    void close() {
        fail(new IOException("the transport was closed"));
    }

    private HttpRequest request() {
        // Over plain HTTP the JDK would ask for an upgrade to HTTP/2 in the first call, which not every server takes.
        Version version = "https".equals(call.uri().getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.uri()).version(version).method(call.method(), departure);
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private void settle(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (response == null) {
            fail(failure instanceof CompletionException ? failure.getCause() : failure);
        } else {
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            outcome.complete(new HttpReply(response.statusCode(), headers, response.body()));
        }
    }

    private void fail(@Nullable Throwable cause) {
        outcome.completeExceptionally(new TransportFailure(kind(cause), cause));
    }

    /** Exceptions for a connection that was not made are many; whether the call has departed is what we know best. */
    private Kind kind(@Nullable Throwable cause) {
        if (cause instanceof BoundedBody.TooLarge
                || (cause != null && cause.getCause() instanceof BoundedBody.TooLarge)) {
            return Kind.TOO_LARGE;
        }
        // Where HTTP/1.1 is known to be all that is offered, the head is written before the hands are shaken.
        return departure.callOff() || cause instanceof SSLHandshakeException ? Kind.CONNECT : Kind.EXCHANGE;
    }
}
