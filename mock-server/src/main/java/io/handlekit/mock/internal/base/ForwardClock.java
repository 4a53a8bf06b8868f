package io.handlekit.mock.internal.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that can be put forward. Safe for several threads. */
public final class ForwardClock implements InstantSource {
    /** As far as a token, a limit or a verification could care for. */
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

    /** How far it is ahead of the clock that the mock was started with. */
    public Duration ahead() {
        return ahead;
    }

    /**
     * Puts it forward.
     *
     * @throws IllegalArgumentException if that is backwards, or too far
     */
    public synchronized void forward(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a clock is put forward, not back");
        }
        if (time.compareTo(FURTHEST.minus(ahead)) > 0) {
            throw new IllegalArgumentException("a clock is put forward by 36500 days in all at most");
        }
        ahead = ahead.plus(time);
    }

    public synchronized void reset() {
        ahead = Duration.ZERO;
    }
}
