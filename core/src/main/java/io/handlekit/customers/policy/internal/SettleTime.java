package io.handlekit.customers.policy.internal;

import java.time.Duration;

/** The time after which a created customer is expected to appear in lists. */
final class SettleTime {
    private final Scheduler scheduler;
    private final Duration length;
    private volatile boolean running;
    private volatile long end;

    SettleTime(Scheduler scheduler, Duration length) {
        this.scheduler = scheduler;
        this.length = length;
    }

    /** Starts again from now: a create has been sent, or has ended. */
    void begin() {
        end = scheduler.nanoTime() + length.toNanos();
        running = true;
    }

    /** Stops: there is no create to wait for. */
    void stop() {
        running = false;
    }

    /** Returns the time that is left; zero if it is over or has not begun. */
    Duration left() {
        return running ? Duration.ofNanos(Math.max(0, end - scheduler.nanoTime())) : Duration.ZERO;
    }
}
