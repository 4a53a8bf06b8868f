package io.handlekit.customers.policy.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Delays between searches. They double, from 1/128 of the settle time to 1/4 of it, and each is shortened at random to
 * no less than half. This makes about ten searches however long the settle time is, far below the service's limit for
 * identical calls.
 *
 * @param random numbers between 0 and 1
 */
record Backoff(Duration settleTime, DoubleSupplier random) {
    private static final int DOUBLINGS = 5;

    /** Returns the delay after this many searches. */
    Duration after(int searches) {
        long whole = (settleTime.toNanos() / 128) << Math.min(searches, DOUBLINGS);
        return Duration.ofNanos((long) (whole * (0.5 + random.getAsDouble() / 2)));
    }
}
