package io.handlekit.mock.internal.engine;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A lock that keeps calls and resets apart: the effect of a call and its record are both before a reset or both after
 * it. Calls do not wait for each other. Calls and resets take their turns as they come, so neither can keep the other
 * waiting for good. Thread-safe; a call must not wait for another call, because a reset may stand between them.
 */
public final class ResetLock {
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Runs a call, while no reset runs. */
    public void call(Runnable call) {
        run(lock.readLock(), call);
    }

    /** Runs a reset, while no call runs. */
    public void reset(Runnable reset) {
        run(lock.writeLock(), reset);
    }

    private static void run(Lock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
