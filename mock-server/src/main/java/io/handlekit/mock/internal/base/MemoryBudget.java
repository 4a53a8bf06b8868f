package io.handlekit.mock.internal.base;

/**
 * The memory of one mock, divided between customers, journal, and the calls in progress. The shares leave a quarter of the
 * heap to everything else. Thread-safe.
 */
public final class MemoryBudget {
    private static final long MOST_JOURNAL_BYTES = 64L * 1024 * 1024;

    private final long customers;
    private final long journal;
    private final long calls;
    private long inUse;

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
    public synchronized long inUse() {
        return inUse;
    }

    /** Returns an empty lease, for the body and the answer of one call. */
    public Lease lease() {
        return new Lease();
    }

    private synchronized boolean reserve(long bytes, long held) {
        boolean isAlone = inUse == held;
        // A single list of large customers may be as large as all of them, and still has to fit.
        if (inUse + bytes > (isAlone ? customers : calls)) {
            return false;
        }
        inUse += bytes;
        return true;
    }

    private synchronized void release(long bytes) {
        inUse -= bytes;
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
            release(held);
            held = 0;
            isClosed = true;
        }
    }
}
