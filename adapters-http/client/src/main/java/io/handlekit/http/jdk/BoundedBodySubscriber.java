package io.handlekit.http.jdk;

import io.handlekit.http.internal.base.BoundedBytes;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a maximum and cancels the exchange beyond it. The JDK has a limiting subscriber only from 25
 * on.
 */
final class BoundedBodySubscriber implements BodySubscriber<byte[]> {
    private final BoundedBytes bytes;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    BoundedBodySubscriber(int max) {
        bytes = new BoundedBytes(max);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            append(chunk);
        }
    }

    private void append(byte[] chunk) {
        try {
            bytes.append(chunk);
        } catch (BoundedBytes.TooLarge tooLarge) {
            // Before cancelling, which may complete the exchange with another reason.
            body.completeExceptionally(tooLarge);
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }
}
