package io.handlekit.http.internal.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that no change of the system's time affects. It starts at the epoch and is good for measuring durations only:
 * otherwise a clock that is set forward would let too many calls through, and one that is set back would stop them.
 */
public final class MonotonicClock implements InstantSource {
    private final LongSupplier nanoTime;
    private final long start;

    /** Creates a clock over a source like {@link System#nanoTime}. */
    public MonotonicClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(nanoTime.getAsLong() - start);
    }
}
