package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * How long a call may take in all. It stands above the transport, since HTTP clients mean different things by their own
 * timeouts (that of the JDK leaves out the body).
 */
public record Deadline(Duration length) {
    public Deadline {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a deadline is longer than nothing");
        }
    }

    /**
     * Fails the outcome as unavailable when it is late.
     *
     * @param mayHaveTakenEffect asked at that moment
     */
    public void limit(CompletableFuture<?> outcome, BooleanSupplier mayHaveTakenEffect) {
        CompletableFuture<Boolean> timer = Timer.run(
                length,
                () -> outcome.completeExceptionally(new Unavailable(
                        "no reply within the deadline of " + length, mayHaveTakenEffect.getAsBoolean(), null)));
        outcome.whenComplete((value, failure) -> timer.complete(false));
    }
}
