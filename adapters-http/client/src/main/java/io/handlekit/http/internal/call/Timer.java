package io.handlekit.http.internal.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs an action after a delay, on a thread of its own: the continuation of a call must neither hold up the JDK's only
 * timer thread nor wait for the common pool, which the application may keep busy. The policies of the core have a
 * scheduler of their own: the client uses only public types of the core.
 */
final class Timer {
    private Timer() {}

    /** Runs the action after the delay, unless the returned future is cancelled before. */
    static CompletableFuture<?> run(Duration delay, Runnable action) {
        CompletableFuture<Boolean> timer = new CompletableFuture<Boolean>()
                .completeOnTimeout(true, TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
        timer.thenRun(() -> {
            Thread thread = new Thread(action, "handlekit-timer");
            thread.setDaemon(true);
            thread.start();
        });
        return timer;
    }
}
