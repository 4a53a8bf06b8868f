package io.handlekit.mock;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Calls that are kept waiting, with no thread for any of them, and can be ended all at once. */
final class Waiting {
    private final Map<Long, CompletableFuture<Void>> all = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    /** Completes after this time on a thread that is not to be kept, or is cancelled by {@link #endAll()}. */
    CompletableFuture<Void> forMillis(int millis) {
        CompletableFuture<Void> wait = new CompletableFuture<>();
        Long number = count.incrementAndGet();
        all.put(number, wait);
        wait.whenComplete((done, failed) -> all.remove(number));
        return millis == 0 ? complete(wait) : wait.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<Void> complete(CompletableFuture<Void> wait) {
        wait.complete(null);
        return wait;
    }

    void endAll() {
        all.values().forEach(wait -> wait.cancel(false));
    }
}
