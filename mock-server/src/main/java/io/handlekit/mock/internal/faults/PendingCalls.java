package io.handlekit.mock.internal.faults;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The waits of calls with faults, between one reset and the next. A wait occupies no thread. {@link #end} ends all
 * waits at once, later ones included.
 */
public final class PendingCalls {
    private final Map<Long, CompletableFuture<Void>> all = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean isOver;

    /** Returns a future that completes after this time, or is cancelled by {@link #end}. Do not block in its stages. */
    CompletableFuture<Void> forMillis(int millis) {
        CompletableFuture<Void> wait = new CompletableFuture<>();
        Long number = count.incrementAndGet();
        all.put(number, wait);
        wait.whenComplete((done, failed) -> all.remove(number));
        if (isOver) {
            wait.cancel(false);
        } else if (millis == 0) {
            wait.complete(null);
        } else {
            wait.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
        }
        return wait;
    }

    /**
     * Runs a visible step of a call, such as its effect. {@link #end} waits for it.
     *
     * @throws CancellationException if the waits were ended; the step does not run
     */
    <T> T unlessOver(Supplier<T> step) {
        lock.readLock().lock();
        try {
            if (isOver) {
                throw new CancellationException();
            }
            return step.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for the running steps, then cancels all waits. Later waits are cancelled at once. */
    public void end() {
        lock.writeLock().lock();
        try {
            isOver = true;
        } finally {
            lock.writeLock().unlock();
        }
        all.values().forEach(wait -> wait.cancel(false));
    }
}
