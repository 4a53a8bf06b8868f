package io.handlekit.customers.policy.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The clock and the timer of the JDK, and a few threads that all policies share. */
public final class SystemScheduler implements Scheduler {
    /** The maximum number of shared threads; beyond it, tasks run on the timer thread. */
    static final int MAX_THREADS = 8;

    private static final int IDLE_THREAD_SECONDS = 5;

    /**
     * Continues policies after a delay. The threads are daemons and end when they are idle, so there is nothing to
     * close. The common pool is not used, because the application may keep it busy.
     */
    public static final Executor SHARED_THREADS = new ThreadPoolExecutor(
            0, MAX_THREADS, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "handlekit-create-once");
                thread.setDaemon(true);
                return thread;
            });

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public CompletableFuture<@Nullable Void> after(Duration duration, Executor executor) {
        CompletableFuture<@Nullable Void> due = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
        timer.thenRun(() -> handOver(() -> due.complete(null), executor));
        due.whenComplete((none, cancelled) -> timer.cancel(false));
        timer.completeOnTimeout(null, duration.toNanos(), TimeUnit.NANOSECONDS);
        return due;
    }

    private static void handOver(Runnable task, Executor executor) {
        try {
            executor.execute(task);
        } catch (Throwable notTaken) {
            task.run();
        }
    }
}
