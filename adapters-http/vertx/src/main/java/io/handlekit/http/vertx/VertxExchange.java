package io.handlekit.http.vertx;

import io.handlekit.http.internal.base.BoundedBytes;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One exchange through the Web Client. As a body codec it limits the length of the reply's body. */
final class VertxExchange implements BodyCodec<byte[]> {
    private static final int FIRST_FINAL_STATUS = 200;

    private final CompletableFuture<HttpReply> outcome = new CompletableFuture<>();
    private final HttpCall call;
    private volatile Kind stage = Kind.CONNECT;

    VertxExchange(HttpCall call) {
        this.call = call;
        call.hold();
    }

    /** Returns the reply or a {@link TransportFailure}. Cancelling the future gives up the exchange. */
    CompletableFuture<HttpReply> outcome() {
        return outcome;
    }

    /**
     * Takes the request, once there is a connection to send it on, and resets it when the outcome fails. A request that
     * waited for a connection until it was too late is not sent.
     */
    void begin(HttpClientRequest request) {
        stage = call.depart() ? Kind.EXCHANGE : Kind.EXPIRED;
        // The failure is that of the exchange too; without a handler Vert.x would also log it.
        request.exceptionHandler(failure -> {});
        Futures.onFailure(outcome, request::cancel);
        if (stage == Kind.EXPIRED) {
            fail(new IOException("not sent"));
        }
    }

    void succeed(HttpResponse<byte[]> response) {
        if (response.statusCode() < FIRST_FINAL_STATUS) {
            // Vert.x returns some interim replies, such as 102, as the reply.
            fail(new IOException("an interim reply in place of the reply"));
            return;
        }
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(headers::putIfAbsent);
        byte[] body = response.body();
        outcome.complete(new HttpReply(response.statusCode(), headers, body == null ? new byte[0] : body));
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(new TransportFailure(kind(cause), cause));
    }

    /** Vert.x has many exceptions for a failed connection; whether there was a request to send is more reliable. */
    private Kind kind(Throwable cause) {
        return cause instanceof BoundedBytes.TooLarge ? Kind.TOO_LARGE : stage;
    }

    @Override
    public BodyStream<byte[]> stream() {
        return new BoundedBodyStream(HttpTransport.MAX_REPLY_BYTES);
    }
}
