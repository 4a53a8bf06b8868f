package io.handlekit.customers.policy.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A clock and a timer that a test can replace.
 *
 * <p>The HTTP client has a timer of its own. They stay apart, because a policy works over any port and must not depend
 * on one transport.
 */
public interface Scheduler {
    /** Returns nanoseconds as {@link System#nanoTime} does. */
    long nanoTime();

    /**
     * Returns a future that the executor completes after the duration. Cancelling the future cancels the timer.
     *
     * @param executor is called on the JDK's only timer thread, so it must hand over long tasks
     */
    CompletableFuture<@Nullable Void> after(Duration duration, Executor executor);

    /** Returns an executor with one thread per task, since the application may keep the common pool busy. */
    static Executor threads() {
        return task -> {
            Thread thread = new Thread(task, "handlekit-create-once");
            thread.setDaemon(true);
            thread.start();
        };
    }

    /** Returns the scheduler of the JDK. */
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
