package io.handlekit.customers.policy.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
     * @param executor completes the future. If it does not take the task, for example at the thread limit of the
     *     process, the timer thread completes the future.
     */
    CompletableFuture<@Nullable Void> after(Duration duration, Executor executor);

    /** Returns the scheduler of the JDK, which has one daemon thread for the whole process. */
    static Scheduler system() {
        return new SystemScheduler();
    }
}
