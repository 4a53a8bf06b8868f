package io.handlekit.http;

import io.handlekit.customers.CustomersFailure.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * How long a call may take in all. It stands above the transport, since HTTP clients mean different things by their own
 * timeouts (that of the JDK leaves out the body).
 */
record Deadline(Duration length) {
    Deadline {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a deadline is longer than nothing");
        }
    }

    /**
     * Fails the outcome as unavailable when it is late.
     *
     * @param mayHaveTakenEffect asked at that moment
     */
    void limit(CompletableFuture<?> outcome, BooleanSupplier mayHaveTakenEffect) {
        CompletableFuture<Void> timer = new CompletableFuture<Void>().orTimeout(nanos(), TimeUnit.NANOSECONDS);
        timer.whenComplete((none, end) -> {
            if (end instanceof TimeoutException) {
                expire(outcome, mayHaveTakenEffect);
            }
        });
        outcome.whenComplete((value, failure) -> timer.cancel(false));
    }

    /**
     * On a thread of its own: what a caller does next must hold up neither the JDK's one timer thread nor wait for the
     * common pool, which the application may keep busy.
     */
    private void expire(CompletableFuture<?> outcome, BooleanSupplier mayHaveTakenEffect) {
        Unavailable late =
                new Unavailable("no reply within the deadline of " + length, mayHaveTakenEffect.getAsBoolean(), null);
        Thread thread = new Thread(() -> outcome.completeExceptionally(late), "handlekit-deadline");
        thread.setDaemon(true);
        thread.start();
    }

    private long nanos() {
        return TimeUnit.NANOSECONDS.convert(length);
    }
}
