package io.handlekit.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The transport on the HTTP client of the JDK: nothing to add to the class path.
 *
 * <pre>{@code
 * HttpTransport transport = new JdkTransport();
 * HttpTransport throughAProxy = new JdkTransport(HttpClient.newBuilder().proxy(proxy).build());
 * }</pre>
 *
 * <p>The JDK's client repeats a GET by itself when a kept connection turns out to be closed; nothing else is repeated.
 * Over TLS it speaks HTTP/2 where the server offers it, else HTTP/1.1. May be used by several threads. The JDK's
 * client cannot be closed before JDK 21: its threads end when it is no longer reachable, so {@link #close()} only
 * refuses further calls.
 */
public final class JdkTransport implements HttpTransport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client;
    private volatile boolean closed;

    /** A transport on a client of its own. */
    public JdkTransport() {
        this(HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
    }

    /**
     * A transport on a client with settings of the caller's.
     *
     * @param client the client; may be shared with others
     * @throws IllegalArgumentException if it follows redirects, or has an authenticator, which would send a call again
     */
    public JdkTransport(HttpClient client) {
        if (client.followRedirects() != Redirect.NEVER || client.authenticator().isPresent()) {
            throw new IllegalArgumentException("a transport follows no redirect and has no authenticator");
        }
        this.client = Objects.requireNonNull(client, "client");
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new TransportFailure(TransportFailure.Kind.CONNECT, new IOException("closed")));
        }
        CompletableFuture<HttpReply> outcome = new CompletableFuture<>();
        try {
            CompletableFuture<HttpResponse<byte[]>> exchange =
                    client.sendAsync(request(call), response -> new BoundedBody(MAX_REPLY_BYTES));
            exchange.whenComplete((response, failure) -> settle(outcome, response, failure));
            outcome.whenComplete((reply, failure) -> exchange.cancel(true));
        } catch (RuntimeException refused) {
            outcome.completeExceptionally(new TransportFailure(TransportFailure.Kind.CONNECT, refused));
        }
        return outcome;
    }

    @Override
    public void close() {
        closed = true;
    }

    private static HttpRequest request(HttpCall call) {
        // Over plain HTTP the JDK would ask for an upgrade to HTTP/2 in the first call, which not every server takes.
        Version version = "https".equals(call.uri().getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1;
        BodyPublisher body =
                call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.uri()).version(version).method(call.method(), body);
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static void settle(
            CompletableFuture<HttpReply> outcome,
            @Nullable HttpResponse<byte[]> response,
            @Nullable Throwable failure) {
        if (response == null) {
            outcome.completeExceptionally(translate(failure));
        } else {
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            outcome.complete(new HttpReply(response.statusCode(), headers, response.body()));
        }
    }

    private static TransportFailure translate(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return new TransportFailure(kind(cause), cause);
    }

    private static TransportFailure.Kind kind(@Nullable Throwable cause) {
        if (cause instanceof BoundedBody.TooLarge
                || (cause != null && cause.getCause() instanceof BoundedBody.TooLarge)) {
            return TransportFailure.Kind.TOO_LARGE;
        }
        boolean unconnected = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLHandshakeException;
        return unconnected ? TransportFailure.Kind.CONNECT : TransportFailure.Kind.EXCHANGE;
    }
}
