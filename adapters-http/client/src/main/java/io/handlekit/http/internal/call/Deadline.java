package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The maximum duration of a call as a whole. It is enforced above the transport, because the timeouts of HTTP clients
 * differ in meaning: that of the JDK does not cover the body.
 */
public final class Deadline {
    /** The longest deadline: a day. */
    public static final Duration MAX = Duration.ofDays(1);

    private static final int PARTS = 20;
    private static final Duration MAX_TOO_LATE_TO_SEND = Duration.ofMillis(100);

    private final Duration length;
    private final Duration tooLateToSend;
    private final CallTimer timer;

    public Deadline(Duration length, CallTimer timer) {
        this.length = checked(length);
        this.timer = timer;
        Duration part = length.dividedBy(PARTS);
        tooLateToSend = part.compareTo(MAX_TOO_LATE_TO_SEND) < 0 ? part : MAX_TOO_LATE_TO_SEND;
    }

    /**
     * Returns the length, if it is one.
     *
     * @throws IllegalArgumentException if it is zero, negative or more than a day
     */
    public static Duration checked(Duration length) {
        if (length.isNegative() || length.isZero() || length.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("the deadline must be positive and not longer than a day");
        }
        return length;
    }

    public Duration length() {
        return length;
    }

    CallTimer timer() {
        return timer;
    }

    /** Starts the deadline. Returns the time that is left, at each moment. */
    Supplier<Duration> start() {
        long end = System.nanoTime() + length.toNanos();
        return () -> Duration.ofNanos(end - System.nanoTime());
    }

    /**
     * Returns the time that is left to send a request, at each moment. A request is not sent in the last twentieth of
     * the deadline, but at most 100 ms, because the reply would be too late.
     */
    Supplier<Duration> toSend(Supplier<Duration> timeLeft) {
        return () -> timeLeft.get().minus(tooLateToSend);
    }

    /**
     * Fails the outcome if it is not complete in time, if the client is closed before, or at once if there is no timer
     * to watch it: a call without a deadline could wait for ever.
     *
     * @param failure makes the failure of the reason, at that moment
     */
    public void limit(CompletableFuture<?> outcome, Function<String, Unavailable> failure) {
        Runnable close = () -> outcome.completeExceptionally(failure.apply("the client is closed"));
        timer.onClose(close);
        outcome.whenComplete((value, failed) -> timer.forget(close));
        if (outcome.isDone()) {
            return;
        }
        try {
            Future<?> expiry = timer.run(
                    length,
                    () -> outcome.completeExceptionally(failure.apply("no reply within the deadline of " + length)));
            outcome.whenComplete((value, failed) -> expiry.cancel(false));
        } catch (Throwable noTimer) {
            outcome.completeExceptionally(failure.apply("no timer watches the deadline"));
        }
    }
}
