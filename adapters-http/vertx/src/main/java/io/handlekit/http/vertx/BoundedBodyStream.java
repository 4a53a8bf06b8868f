package io.handlekit.http.vertx;

import io.handlekit.http.internal.base.BoundedBytes;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a maximum and refuses more. Used by one event loop. */
final class BoundedBodyStream implements BodyStream<byte[]> {
    private final BoundedBytes bytes;
    private final Promise<byte[]> body = Promise.promise();

    BoundedBodyStream(int max) {
        bytes = new BoundedBytes(max);
    }

    @Override
    public Future<byte[]> result() {
        return body.future();
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        try {
            bytes.append(chunk.getBytes());
            return Future.succeededFuture();
        } catch (BoundedBytes.TooLarge tooLarge) {
            body.tryFail(tooLarge);
            return Future.failedFuture(tooLarge);
        }
    }

    @Override
    public Future<Void> end() {
        body.tryComplete(bytes.toByteArray());
        return Future.succeededFuture();
    }

    @Override
    public void handle(Throwable failure) {
        body.tryFail(failure);
    }

    @Override
    public BodyStream<byte[]> exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }

    @Override
    public BodyStream<byte[]> setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public BodyStream<byte[]> drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }
}
