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
 * The calls that faults strike between one reset and the next. They are kept waiting with no thread for any of them, and
 * ended all at once: those that are about to wait, and those that wait.
 */
public final class PendingCalls {
    private final Map<Long, CompletableFuture<Void>> all = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean isOver;

    /** Completes after this time on a thread that is not to be kept, or is cancelled by {@link #end()}. */
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
     * Does what can be seen of a call when it is done, such as its effect.
     *
     * @throws CancellationException if all is over, so that nobody shall see it any more
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

    /** Ends all waits, those to come included, when the steps that are being done are done. */
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
