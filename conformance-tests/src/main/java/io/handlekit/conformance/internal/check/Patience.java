package io.handlekit.conformance.internal.check;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Bounded waiting for a condition. The bound is a number of looks with a pause between two, and not a time of the
 * clock: on a machine that stalls, the wait gets as much longer as the work that it waits for.
 */
public final class Patience {
    private static final int PAUSE_MILLIS = 20;
    private static final int COLLECTION_PAUSE_MILLIS = 100;

    private Patience() {}

    /** Returns true once the condition holds, or false if it does not after at least this many seconds. */
    public static boolean until(BooleanSupplier condition, int seconds) {
        return until(condition, seconds, PAUSE_MILLIS);
    }

    /** Waits in the same way, and collects garbage before each look. */
    public static boolean untilCollected(BooleanSupplier condition, int seconds) {
        BooleanSupplier collected = () -> {
            System.gc();
            return condition.getAsBoolean();
        };
        return condition.getAsBoolean() || until(collected, seconds, COLLECTION_PAUSE_MILLIS);
    }

    private static boolean until(BooleanSupplier condition, int seconds, int pauseMillis) {
        long looks = TimeUnit.SECONDS.toMillis(seconds) / pauseMillis;
        for (long look = 0; look < looks; look++) {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        }
        return condition.getAsBoolean();
    }
}
