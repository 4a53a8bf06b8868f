package io.handlekit.customers.policy.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Pauses that double, from a 128th of the settle time to a quarter of it, each shortened by chance to no less than
 * half: about ten look-ups, however long the settle time is, which stays far below the service's limit for identical
 * calls.
 *
 * @param random numbers between 0 and 1
 */
public record Backoff(Duration settleTime, DoubleSupplier random) {
    private static final int DOUBLINGS = 5;

    /** The pause after so many look-ups. */
    public Duration after(int looks) {
        long whole = (settleTime.toNanos() / 128) << Math.min(looks, DOUBLINGS);
        return Duration.ofNanos((long) (whole * (0.5 + random.getAsDouble() / 2)));
    }
}
