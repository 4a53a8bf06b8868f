package io.handlekit.mock.internal.engine;

import java.util.concurrent.locks.StampedLock;

/**
 * Keeps calls and resets apart: the effect of a call and its record are both before a reset or both after it. Calls do not
 * wait for each other. Thread-safe, not reentrant.
 */
public final class ResetLock {
    private final StampedLock lock = new StampedLock();

    /** Runs a call, while no reset runs. */
    public void call(Runnable call) {
        long stamp = lock.readLock();
        try {
            call.run();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Runs a reset, while no call runs. */
    public void reset(Runnable reset) {
        long stamp = lock.writeLock();
        try {
            reset.run();
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
