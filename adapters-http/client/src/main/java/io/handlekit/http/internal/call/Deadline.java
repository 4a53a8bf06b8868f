package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The maximum duration of a call as a whole. It is enforced above the transport, because the timeouts of HTTP clients
 * differ in meaning: that of the JDK does not cover the body.
 */
public record Deadline(Duration length) {
    public Deadline {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("the deadline must be positive");
        }
    }

    /**
     * Fails the outcome as unavailable if it is not complete in time.
     *
     * @param mayHaveTakenEffect evaluated at that moment
     */
    public void limit(CompletableFuture<?> outcome, BooleanSupplier mayHaveTakenEffect) {
        CompletableFuture<?> timer = Timer.run(
                length,
                () -> outcome.completeExceptionally(new Unavailable(
                        "no reply within the deadline of " + length, mayHaveTakenEffect.getAsBoolean(), null)));
        outcome.whenComplete((value, failure) -> timer.cancel(false));
    }
}
