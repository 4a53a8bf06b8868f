package io.handlekit.http.internal.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Does something after a while, on a thread of its own: what a caller does next must neither hold up the JDK's one
 * timer thread nor wait for the common pool, which the application may keep busy.
 */
final class Timer {
    private Timer() {}

    /** Runs the action then, unless the future that is returned is cancelled or completed before. */
    static CompletableFuture<Boolean> run(Duration after, Runnable action) {
        CompletableFuture<Boolean> timer = new CompletableFuture<Boolean>()
                .completeOnTimeout(true, TimeUnit.NANOSECONDS.convert(after), TimeUnit.NANOSECONDS);
        timer.thenAccept(isTime -> {
            if (isTime) {
                Thread thread = new Thread(action, "handlekit-timer");
                thread.setDaemon(true);
                thread.start();
            }
        });
        return timer;
    }
}
