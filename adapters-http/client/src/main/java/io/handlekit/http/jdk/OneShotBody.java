package io.handlekit.http.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a call, which notices when the call departs. The JDK's client asks for the length when it writes the
 * head, that is, once it has a connection and again for each time that it would send the call: by itself it repeats a
 * GET when a connection breaks before the reply. Here that is refused, so that a call departs once or never.
 */
final class OneShotBody implements BodyPublisher {
    private enum State {
        WAITING,
        DEPARTED,
        CALLED_OFF
    }

    private final BodyPublisher body;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    OneShotBody(byte[] body) {
        this.body = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }

    @Override
    public long contentLength() {
        if (!state.compareAndSet(State.WAITING, State.DEPARTED)) {
            throw new IllegalStateException("a call departs once, and not when it was called off");
        }
        return body.contentLength();
    }

    /** Sees to it that the call departs no more. Whether it never has. */
    boolean callOff() {
        return state.compareAndSet(State.WAITING, State.CALLED_OFF) || state.get() == State.CALLED_OFF;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(subscriber);
    }
}
