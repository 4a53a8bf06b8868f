package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The creates that come at the same time, which share a transaction. Creates would wait for each other anyway, because
 * handles have no gaps; so the first of them writes all that wait.
 */
final class CreateQueue {
    private static final int MOST_AT_ONCE = 100;
    private static final int PATIENCE_SECONDS = 15;

    private final Function<List<Insertion.Entry>, List<CustomerHandle>> insertion;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * Creates a queue.
     *
     * @param insertion adds customers in one transaction
     */
    CreateQueue(Function<List<Insertion.Entry>, List<CustomerHandle>> insertion) {
        this.insertion = insertion;
    }

    /** Adds a customer, and returns its handle when the transaction is committed. */
    CustomerHandle add(SeedEntry seed, int firstNumber) {
        Waiting mine = new Waiting(new Insertion.Entry(seed, firstNumber));
        queue.add(mine);
        if (!isMyTurn()) {
            queue.remove(mine);
            throw new StoreUnavailable("other creates took too long", new TimeoutException());
        }
        try {
            while (!mine.isDone()) {
                writeSome();
            }
        } finally {
            writing.unlock();
        }
        return mine.handle();
    }

    private boolean isMyTurn() {
        try {
            return writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeSome() {
        List<Waiting> some = new ArrayList<>();
        Waiting next = queue.poll();
        while (next != null) {
            some.add(next);
            next = some.size() < MOST_AT_ONCE ? queue.poll() : null;
        }
        write(some);
    }

    private void write(List<Waiting> some) {
        try {
            List<CustomerHandle> handles =
                    insertion.apply(some.stream().map(each -> each.entry).toList());
            for (int i = 0; i < handles.size(); i++) {
                some.get(i).end(handles.get(i), null);
            }
        } catch (StoreFull full) {
            if (some.size() == 1) {
                some.get(0).end(null, full);
            } else {
                // One that is too large takes no other with it.
                some.forEach(each -> write(List.of(each)));
            }
        } catch (StoreUnavailable away) {
            some.forEach(each -> each.end(null, away));
            failAll(away);
        } catch (RuntimeException failure) {
            some.forEach(each -> each.end(null, failure));
        }
    }

    /** Ends the creates that wait, which would find the database away one after another. */
    private void failAll(StoreUnavailable away) {
        Waiting next = queue.poll();
        while (next != null) {
            next.end(null, away);
            next = queue.poll();
        }
    }

    /** A create that waits. Only a thread that holds the lock reads or writes what became of it. */
    private static final class Waiting {
        private final Insertion.Entry entry;
        private @Nullable CustomerHandle handle;
        private @Nullable RuntimeException failure;

        Waiting(Insertion.Entry entry) {
            this.entry = entry;
        }

        void end(@Nullable CustomerHandle handle, @Nullable RuntimeException failure) {
            this.handle = handle;
            this.failure = failure;
        }

        boolean isDone() {
            return handle != null || failure != null;
        }

        CustomerHandle handle() {
            if (handle == null) {
                throw failure == null ? new IllegalStateException("not done") : failure;
            }
            return handle;
        }
    }
}
