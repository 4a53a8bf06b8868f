package io.handlekit.http.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, as far as the Web Client lets go of it: the codec that bounds the reply's body, and, by way of an
 * interceptor, the request to be cancelled. The Web Client hands out a request nowhere else.
 */
final class VertxExchange implements BodyCodec<Buffer> {
    private final int bound;
    private @Nullable HttpClientRequest request;
    private boolean cancelled;

    VertxExchange(int bound) {
        this.bound = bound;
    }

    static void intercept(HttpContext<?> context) {
        if (context.phase() == ClientPhase.SEND_REQUEST
                && context.request().bodyCodec() instanceof VertxExchange exchange) {
            exchange.begin(context.clientRequest());
        }
        context.next();
    }

    private synchronized void begin(HttpClientRequest request) {
        this.request = request;
        // What goes wrong fails the call, and is logged by Vert.x too unless somebody listens.
        request.exceptionHandler(failure -> {});
        if (cancelled) {
            request.cancel();
        }
    }

    /** Whether there was a connection, so that the request may have been sent. */
    synchronized boolean hasBegun() {
        return request != null;
    }

    /** Gives up the exchange, now or as soon as there is a request to give up. */
    synchronized void cancel() {
        cancelled = true;
        if (request != null) {
            request.cancel();
        }
    }

    @Override
    public BodyStream<Buffer> stream() {
        return new BoundedBody(bound);
    }
}
