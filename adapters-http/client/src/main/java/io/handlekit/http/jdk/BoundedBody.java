package io.handlekit.http.jdk;

import io.handlekit.http.internal.base.BoundedBytes;
import io.handlekit.http.internal.base.BoundedBytes.TooLarge;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/**
 * Collects a body up to a maximum and cancels the exchange beyond it. The JDK has a limiting subscriber only from 25
 * on.
 */
final class BoundedBody implements Subscriber<List<ByteBuffer>> {
    private final BoundedBytes bytes;
    private final Consumer<TooLarge> refusal;

    private BoundedBody(int max, Consumer<TooLarge> refusal) {
        bytes = new BoundedBytes(max);
        this.refusal = refusal;
    }

    /**
     * Returns a subscriber of the JDK's around a bounded body. The JDK asks a {@link BodySubscriber} of another kind for
     * its body on a further thread, in each call.
     *
     * @param refusal receives a body that is too large, before the exchange is cancelled and fails for another reason
     */
    static BodySubscriber<byte[]> subscriber(int max, Consumer<TooLarge> refusal) {
        return BodySubscribers.fromSubscriber(new BoundedBody(max, refusal), body -> body.bytes.toByteArray());
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    /** Appends the buffers. The JDK's subscriber cancels the exchange when this throws. */
    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                bytes.append(chunk);
            }
        } catch (TooLarge tooLarge) {
            refusal.accept(tooLarge);
            throw new UncheckedIOException(tooLarge);
        }
    }

    /** Does nothing: the JDK's subscriber completes the body. */
    @Override
    public void onError(Throwable failure) {}

    /** Does nothing: the JDK's subscriber completes the body. */
    @Override
    public void onComplete() {}
}
