package io.handlekit.http.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A sliding window that admits a maximum number of calls per period. Not safe for use by several threads. */
public final class CallWindow {
    private final int max;
    private final Duration period;
    private final Deque<Instant> calls = new ArrayDeque<>();

    public CallWindow(int max, Duration period) {
        this.max = max;
        this.period = period;
    }

    /**
     * Admits a call and counts it, if the window is not full.
     *
     * @return empty if the call is admitted, otherwise the time until there is room
     */
    public Optional<Duration> enter(Instant now) {
        while (!calls.isEmpty() && !calls.peekFirst().plus(period).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= max) {
            return Optional.of(Duration.between(now, calls.getFirst().plus(period)));
        }
        calls.addLast(now);
        return Optional.empty();
    }

    /** No longer counts a call that was admitted at this time. */
    void leave(Instant at) {
        calls.removeLastOccurrence(at);
    }
}
