package io.handlekit.customers.policy.internal;

import java.time.Duration;

/** The time after which a customer that was created shows up in lists, as far as we may hope. */
final class SettleTime {
    private final Scheduler time;
    private final Duration length;
    private volatile boolean begun;
    private volatile long end;

    SettleTime(Scheduler time, Duration length) {
        this.time = time;
        this.length = length;
    }

    /** Counts from now: a create has been sent, or has ended. */
    void begin() {
        end = time.nanoTime() + length.toNanos();
        begun = true;
    }

    /** There is nothing to wait for. */
    void stop() {
        begun = false;
    }

    /** What is left of it; zero if it is over, or never began. */
    Duration left() {
        return begun ? Duration.ofNanos(Math.max(0, end - time.nanoTime())) : Duration.ZERO;
    }
}
