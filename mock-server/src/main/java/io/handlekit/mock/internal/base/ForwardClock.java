package io.handlekit.mock.internal.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that can be moved forward. Safe for several threads. */
public final class ForwardClock implements InstantSource {
    /** Far longer than any token, limit or verification lasts. */
    static final Duration FURTHEST = Duration.ofDays(36_500);

    private final InstantSource base;
    private volatile Duration ahead = Duration.ZERO;

    public ForwardClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    /** Returns how far this clock is ahead of the one that the mock was started with. */
    public Duration ahead() {
        return ahead;
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalArgumentException if the time is negative, or more than 36500 days in all
     */
    public synchronized void forward(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the clock can only be moved forward");
        }
        if (time.compareTo(FURTHEST.minus(ahead)) > 0) {
            throw new IllegalArgumentException("the clock can be moved forward by at most 36500 days in all");
        }
        ahead = ahead.plus(time);
    }

    /** Moves the clock back to where it started. */
    public synchronized void reset() {
        ahead = Duration.ZERO;
    }
}
