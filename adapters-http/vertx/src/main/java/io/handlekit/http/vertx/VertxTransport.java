package io.handlekit.http.vertx;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/**
 * A transport on the Vert.x 5 Web Client.
 *
 * <pre>{@code
 * HttpTransport onItsOwnVertx = new VertxTransport(); // close() closes its Vert.x
 * HttpTransport onYourVertx = new VertxTransport(vertx); // close() leaves your Vert.x running
 * }</pre>
 *
 * <p>It sends and returns plain bytes and never uses the process-wide JSON codec of Vert.x. It is safe for use by
 * several threads, event loops included. Over TLS it uses HTTP/2 if the server offers it, otherwise HTTP/1.1 over at
 * most 64 connections, or as many as you set. Further calls wait, at most until their deadline, and are not sent after
 * it. Stages complete on an event loop; do not block in dependent stages.
 */
public final class VertxTransport implements HttpTransport {
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    private final Vertx vertx;
    private final boolean owned;
    private final WebClients clients;
    private volatile boolean closed;

    /** Creates a transport with its own Vert.x and a connect timeout of ten seconds. */
    public VertxTransport() {
        this(Vertx.vertx(), true, defaultOptions(), WebClients.defaultPool());
    }

    /**
     * Creates a transport on your Vert.x, with a connect timeout of ten seconds.
     *
     * @param vertx the Vert.x; closing the transport does not close it
     */
    public VertxTransport(Vertx vertx) {
        this(vertx, defaultOptions());
    }

    /**
     * Creates a transport on your Vert.x with your settings, such as a proxy or a trust store.
     *
     * @param vertx the Vert.x; closing the transport does not close it
     * @param options copied; the transport decides on redirects and protocol versions itself
     */
    public VertxTransport(Vertx vertx, WebClientOptions options) {
        this(vertx, options, WebClients.defaultPool());
    }

    /**
     * Creates a transport on your Vert.x with your settings and limits of concurrency.
     *
     * @param vertx the Vert.x; closing the transport does not close it
     * @param options copied; the transport decides on redirects and protocol versions itself
     * @param pool copied; the maximum number of connections, and of calls that wait for one
     */
    public VertxTransport(Vertx vertx, WebClientOptions options, PoolOptions pool) {
        this(vertx, false, options, pool);
    }

    private VertxTransport(Vertx vertx, boolean owned, WebClientOptions options, PoolOptions pool) {
        this.vertx = vertx;
        this.owned = owned;
        clients = new WebClients(vertx, options, pool);
    }

    private static WebClientOptions defaultOptions() {
        return new WebClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        VertxExchange exchange = new VertxExchange(call);
        if (closed) {
            exchange.fail(new IOException("the transport was closed"));
            return exchange.outcome();
        }
        try {
            request(call, exchange)
                    .as(exchange)
                    .sendBuffer(Buffer.buffer(call.body()))
                    .onComplete(exchange::succeed, exchange::fail);
        } catch (Throwable notStarted) {
            // An invalid request, or no more threads.
            exchange.fail(notStarted);
        }
        return exchange.outcome();
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

    private HttpRequest<Buffer> request(HttpCall call, VertxExchange exchange) {
        HttpRequest<Buffer> request = clients.forExchange(call.uri(), exchange)
                .requestAbs(HttpMethod.valueOf(call.method()), call.uri().toString());
        call.headers().forEach(request::putHeader);
        return request;
    }
}
