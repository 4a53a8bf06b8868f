package io.handlekit.http.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The delayed actions of a client: deadlines and retries. A timer thread hands each action over to an executor, because
 * an action continues in stages of the application, which must not hold up other deadlines. An action that the executor
 * does not take, for example at the thread limit of the process, runs on the timer thread: it is never lost.
 */
public final class CallTimer implements AutoCloseable {
    /** The maximum number of threads of the default executor; beyond it, actions run on the timer thread. */
    static final int MAX_THREADS = 8;

    private static final int IDLE_THREAD_SECONDS = 5;
    private static final int PULSE_SECONDS = 1;

    private final ScheduledExecutorService timer;
    private final Executor executor;
    private final @Nullable ScheduledThreadPoolExecutor ownTimer;
    private final @Nullable ExecutorService ownExecutor;
    private final Set<Runnable> closing = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates a timer.
     *
     * @param timer where actions wait, or null for a daemon thread of its own that starts with the first action
     * @param executor where actions run, or null for a few daemon threads of its own
     */
    public CallTimer(@Nullable ScheduledExecutorService timer, @Nullable Executor executor) {
        if (timer == null) {
            ScheduledThreadPoolExecutor own = newTimer(daemons("handlekit-timer"));
            this.timer = own;
            ownTimer = own;
        } else {
            this.timer = timer;
            ownTimer = null;
        }
        if (executor == null) {
            ExecutorService own = newExecutor(daemons("handlekit-late"));
            this.executor = own;
            ownExecutor = own;
        } else {
            this.executor = executor;
            ownExecutor = null;
        }
    }

    private static ScheduledThreadPoolExecutor newTimer(ThreadFactory threads) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static ExecutorService newExecutor(ThreadFactory threads) {
        return new ThreadPoolExecutor(
                0, MAX_THREADS, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Runs the action after the delay, unless the returned future is cancelled before.
     *
     * @throws RuntimeException if the timer takes no more actions
     * @throws OutOfMemoryError if its thread cannot be started
     */
    Future<?> run(Duration delay, Runnable action) {
        // Otherwise a thread that does not start would leave the action in the queue.
        if (ownTimer != null && ownTimer.prestartCoreThread()) {
            // An action at the front of the queue wakes the thread, which costs a lone call more than anything else.
            ownTimer.scheduleAtFixedRate(() -> {}, PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
        }
        return timer.schedule(() -> handOver(action), TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
    }

    private void handOver(Runnable action) {
        try {
            executor.execute(action);
        } catch (Throwable notTaken) {
            action.run();
        }
    }

    /**
     * Runs the action when this timer is closed, unless {@link #forget} is called before. The action must bear to run
     * twice, and on the thread that closes.
     */
    void onClose(Runnable action) {
        closing.add(action);
        // In this order: either close() sees the action, or this method sees that the timer is closed.
        if (closed) {
            action.run();
        }
    }

    void forget(Runnable action) {
        closing.remove(action);
    }

    /** Runs the actions for this moment on the calling thread, and ends the threads that this timer created. */
    @Override
    public void close() {
        closed = true;
        closing.forEach(Runnable::run);
        if (ownTimer != null) {
            ownTimer.shutdownNow();
        }
        if (ownExecutor != null) {
            ownExecutor.shutdown();
        }
    }
}
