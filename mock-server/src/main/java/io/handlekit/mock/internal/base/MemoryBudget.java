package io.handlekit.mock.internal.base;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory of one mock, divided between customers, journal, and the calls in progress. The shares leave a quarter of the
 * heap to everything else. Thread-safe.
 */
public final class MemoryBudget {
    private static final long MOST_JOURNAL_BYTES = 64L * 1024 * 1024;

    private final long customers;
    private final long journal;
    private final long calls;
    private final AtomicLong inUse = new AtomicLong();

    /**
     * Divides a heap.
     *
     * @param heap its size in bytes
     */
    public MemoryBudget(long heap) {
        customers = heap / 3;
        journal = Math.min(MOST_JOURNAL_BYTES, heap / 8);
        calls = heap / 4;
    }

    /** Divides the heap of this process. */
    public static MemoryBudget ofThisProcess() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory());
    }

    /** Returns how many bytes the customers may use, with their tags and verifications. */
    public long customers() {
        return customers;
    }

    /** Returns how many bytes the journal may use. */
    public long journal() {
        return journal;
    }

    /** Returns how many bytes all calls in progress use for bodies and answers. */
    public long inUse() {
        return inUse.get();
    }

    /** Returns an empty lease, for the body and the answer of one call. */
    public Lease lease() {
        return new Lease();
    }

    private boolean reserve(long bytes, long held) {
        long before = inUse.get();
        while (before + bytes <= most(before, held)) {
            if (inUse.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = inUse.get();
        }
        return false;
    }

    /** Returns the bound. A single list of large customers may be as large as all of them, and still has to fit. */
    private long most(long all, long held) {
        return all == held ? customers : calls;
    }

    /** The memory that one call uses until it is closed. */
    public final class Lease implements AutoCloseable {
        private long held;
        private boolean isClosed;

        private Lease() {}

        /** Returns true if the call may use this many bytes more; false if the calls in progress use too many. */
        public synchronized boolean grow(long bytes) {
            if (isClosed || !reserve(bytes, held)) {
                return false;
            }
            held += bytes;
            return true;
        }

        /** Gives all bytes back. May be called twice. */
        @Override
        public synchronized void close() {
            inUse.addAndGet(-held);
            held = 0;
            isClosed = true;
        }
    }
}
