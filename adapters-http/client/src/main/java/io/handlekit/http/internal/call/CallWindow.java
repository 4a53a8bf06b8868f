package io.handlekit.http.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How many calls there were lately, of as many as there may be. Not for use by several threads. */
public final class CallWindow {
    private final int most;
    private final Duration time;
    private final Deque<Instant> calls = new ArrayDeque<>();

    public CallWindow(int most, Duration time) {
        this.most = most;
        this.time = time;
    }

    /**
     * Counts one more call if there is room for it.
     *
     * @return how long it takes until there is room, if there is none
     */
    public Optional<Duration> enter(Instant now) {
        while (!calls.isEmpty() && !calls.peekFirst().plus(time).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= most) {
            return Optional.of(Duration.between(now, calls.getFirst().plus(time)));
        }
        calls.addLast(now);
        return Optional.empty();
    }
}
