package io.handlekit.customers.policy;

import io.handlekit.customers.policy.internal.Scheduler;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A clock that a test moves forward. Its nanoseconds overflow soon after the start, as those of a JVM may. */
final class VirtualTime implements Scheduler {
    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long elapsed;
    private long count;

    @Override
    public long nanoTime() {
        return START + elapsed;
    }

    @Override
    public CompletableFuture<Void> after(Duration duration, Executor executor) {
        CompletableFuture<Void> due = new CompletableFuture<>();
        in(duration, () -> due.complete(null));
        return due;
    }

    void in(Duration duration, Runnable task) {
        events.add(new Event(elapsed + duration.toNanos(), count++, task));
    }

    /** Moves time forward until no event is left. */
    void passAll() {
        while (!events.isEmpty()) {
            runNext();
        }
    }

    void pass(Duration duration) {
        long end = elapsed + duration.toNanos();
        while (!events.isEmpty() && events.element().at() <= end) {
            runNext();
        }
        elapsed = end;
    }

    Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    private void runNext() {
        Event event = events.remove();
        elapsed = Math.max(elapsed, event.at());
        event.task().run();
    }

    private record Event(long at, long number, Runnable task) {}
}
