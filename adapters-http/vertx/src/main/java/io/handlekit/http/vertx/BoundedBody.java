package io.handlekit.http.vertx;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a bound, beyond which it gives up. Used by one event loop. */
final class BoundedBody implements BodyStream<Buffer> {
    private final int bound;
    private final Buffer bytes = Buffer.buffer();
    private final Promise<Buffer> body = Promise.promise();

    BoundedBody(int bound) {
        this.bound = bound;
    }

    @Override
    public Future<Buffer> result() {
        return body.future();
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        if (chunk.length() > bound - bytes.length()) {
            TooLarge tooLarge = new TooLarge();
            body.tryFail(tooLarge);
            return Future.failedFuture(tooLarge);
        }
        bytes.appendBuffer(chunk);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
        body.tryComplete(bytes);
        return Future.succeededFuture();
    }

    @Override
    public void handle(Throwable failure) {
        body.tryFail(failure);
    }

    @Override
    public BodyStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }

    @Override
    public BodyStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public BodyStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }

    /** The body is longer than the bound. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
