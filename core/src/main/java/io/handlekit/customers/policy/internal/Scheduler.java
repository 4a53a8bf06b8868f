package io.handlekit.customers.policy.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A clock and a timer, which a test replaces by its own. */
public interface Scheduler {
    /** As {@link System#nanoScheduler}. */
    long nanoTime();

    /**
     * Completed by this executor when so much time has passed. Cancelling it gives the timer up.
     *
     * @param executor runs on the JDK's one timer thread, so it hands over what is not short
     */
    CompletableFuture<@Nullable Void> after(Duration duration, Executor executor);

    /** A thread for each task: it must not wait for the common pool, which the application may keep busy. */
    static Executor threads() {
        return task -> {
            Thread thread = new Thread(task, "handlekit-create-once");
            thread.setDaemon(true);
            thread.start();
        };
    }

    /** The time of day to day. */
    static Scheduler system() {
        return new Scheduler() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public CompletableFuture<@Nullable Void> after(Duration duration, Executor executor) {
                CompletableFuture<@Nullable Void> due = new CompletableFuture<>();
                CompletableFuture<@Nullable Void> timer = new CompletableFuture<@Nullable Void>()
                        .completeOnTimeout(null, duration.toNanos(), TimeUnit.NANOSECONDS);
                timer.thenRunAsync(() -> due.complete(null), executor);
                due.whenComplete((none, cancelled) -> timer.cancel(false));
                return due;
            }
        };
    }
}
