package io.handlekit.http.vertx;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The transport on the Vert.x 5 Web Client.
 *
 * <pre>{@code
 * HttpTransport ofItsOwn = new VertxTransport();   // close() ends its Vert.x
 * HttpTransport onYours = new VertxTransport(vertx); // close() leaves yours running
 * }</pre>
 *
 * <p>Our own bytes go out and bare bytes come in: the process-wide JSON codec of Vert.x is never used. May be used by
 * several threads, event loops among them. Over TLS it speaks HTTP/2 where the server offers it, else HTTP/1.1, over 64
 * connections at most; more calls than that wait for their turn. Stages complete on an event loop; whoever continues
 * there does not block.
 */
public final class VertxTransport implements HttpTransport {
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final int FIRST_FINAL_STATUS = 200;

    private final Vertx vertx;
    private final boolean owned;
    private final WebClients clients;
    private volatile boolean closed;

    /** A transport on a Vert.x of its own, which has ten seconds to connect. */
    public VertxTransport() {
        this(Vertx.vertx(), true, new WebClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
    }

    /**
     * A transport on a Vert.x of the caller's, which has ten seconds to connect.
     *
     * @param vertx stays the caller's to close
     */
    public VertxTransport(Vertx vertx) {
        this(vertx, new WebClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
    }

    /**
     * A transport on a Vert.x of the caller's, with settings of the caller's: a proxy, a trust store.
     *
     * @param vertx stays the caller's to close
     * @param options copied; redirects and protocol versions are not up to them
     */
    public VertxTransport(Vertx vertx, WebClientOptions options) {
        this(vertx, false, options);
    }

    private VertxTransport(Vertx vertx, boolean owned, WebClientOptions options) {
        this.vertx = vertx;
        this.owned = owned;
        clients = new WebClients(vertx, options);
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new TransportFailure(TransportFailure.Kind.CONNECT, new IOException("closed")));
        }
        CompletableFuture<HttpReply> outcome = new CompletableFuture<>();
        VertxExchange exchange = new VertxExchange(MAX_REPLY_BYTES);
        try {
            request(call)
                    .as(exchange)
                    .sendBuffer(Buffer.buffer(call.body()))
                    .onSuccess(response -> settle(outcome, response))
                    .onFailure(failure -> outcome.completeExceptionally(translate(failure, exchange)));
        } catch (RuntimeException refused) {
            outcome.completeExceptionally(new TransportFailure(TransportFailure.Kind.CONNECT, refused));
        }
        outcome.whenComplete((reply, failure) -> {
            if (failure != null) {
                exchange.cancel();
            }
        });
        return outcome;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            clients.close();
            if (owned) {
                vertx.close();
            }
        }
    }

    private HttpRequest<Buffer> request(HttpCall call) {
        HttpRequest<Buffer> request = clients.of(call.uri())
                .requestAbs(HttpMethod.valueOf(call.method()), call.uri().toString());
        call.headers().forEach(request::putHeader);
        return request;
    }

    /** An interim reply that Vert.x does not pass over, such as 102, is none to hand back. */
    private static void settle(CompletableFuture<HttpReply> outcome, HttpResponse<Buffer> response) {
        if (response.statusCode() < FIRST_FINAL_STATUS) {
            outcome.completeExceptionally(new TransportFailure(
                    TransportFailure.Kind.EXCHANGE, new IOException("an interim reply for a final one")));
        } else {
            outcome.complete(reply(response));
        }
    }

    private static HttpReply reply(HttpResponse<Buffer> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(headers::putIfAbsent);
        Buffer body = response.body();
        return new HttpReply(response.statusCode(), headers, body == null ? new byte[0] : body.getBytes());
    }

    /** Whether there was a connection to send on is what the exchange knows best: exceptions for that are many. */
    private static TransportFailure translate(Throwable failure, VertxExchange exchange) {
        if (failure instanceof BoundedBody.TooLarge) {
            return new TransportFailure(TransportFailure.Kind.TOO_LARGE, failure);
        }
        return new TransportFailure(
                exchange.hasBegun() ? TransportFailure.Kind.EXCHANGE : TransportFailure.Kind.CONNECT, failure);
    }
}
