package io.handlekit.http.jdk;

import io.handlekit.http.transport.HttpCall;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request body that notices when the request is sent, and allows that once. The JDK's client asks for the content
 * length when it writes the request's head: once it has a connection, and again before each repetition. It repeats a
 * GET by itself when a connection breaks before the reply; this body refuses the repetition.
 */
final class OneShotBody implements BodyPublisher {
    private enum State {
        WAITING,
        SENT,
        CALLED_OFF,
        EXPIRED
    }

    private final HttpCall call;
    private final BodyPublisher body;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    OneShotBody(HttpCall call) {
        this.call = call;
        body = call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body());
    }

    @Override
    public long contentLength() {
        if (!call.depart()) {
            expire();
        }
        if (!state.compareAndSet(State.WAITING, State.SENT)) {
            throw new IllegalStateException("a call is sent at most once, and not after it was called off");
        }
        return body.contentLength();
    }

    /** Returns true if it is too late to send the request; it never will be then. */
    boolean isTooLate() {
        Duration left = call.timeToSend();
        boolean late = left.isNegative() || left.isZero();
        if (late) {
            expire();
        }
        return late;
    }

    private void expire() {
        call.callOff();
        state.compareAndSet(State.WAITING, State.EXPIRED);
    }

    boolean isExpired() {
        return state.get() == State.EXPIRED;
    }

    /** Prevents the request from being sent. Returns true if it was not sent before and never will be. */
    boolean callOff() {
        return state.compareAndSet(State.WAITING, State.CALLED_OFF) || state.get() == State.CALLED_OFF;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(subscriber);
    }
}
