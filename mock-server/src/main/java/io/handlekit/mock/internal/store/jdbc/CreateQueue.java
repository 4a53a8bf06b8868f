package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The creates that come at the same time, which share a transaction. Creates would wait for each other anyway, because
 * handles have no gaps; so one thread writes all that wait.
 */
final class CreateQueue implements AutoCloseable {
    private static final int MOST_AT_ONCE = 100;
    private static final int PATIENCE_SECONDS = 15;

    private final Function<List<Insertion.Entry>, List<CustomerHandle>> insertion;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(CreateQueue::thread);

    /**
     * Creates a queue.
     *
     * @param insertion adds customers in one transaction
     */
    CreateQueue(Function<List<Insertion.Entry>, List<CustomerHandle>> insertion) {
        this.insertion = insertion;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "handlekit-creates");
        thread.setDaemon(true);
        return thread;
    }

    /** Adds a customer, and returns its handle when the transaction is committed. */
    CustomerHandle add(SeedEntry seed, int firstNumber) {
        Waiting mine = new Waiting(new Insertion.Entry(seed, firstNumber), new CompletableFuture<>());
        queue.add(mine);
        try {
            writer.execute(this::writeSome);
            return mine.handle.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
        } catch (TimeoutException | RejectedExecutionException unwritten) {
            queue.remove(mine);
            throw new StoreUnavailable("other creates took too long, or the store was closed", unwritten);
        } catch (InterruptedException stop) {
            queue.remove(mine);
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("the create was interrupted", stop);
        }
    }

    private void writeSome() {
        gather();
        List<Waiting> some = new ArrayList<>();
        Waiting next = queue.poll();
        while (next != null) {
            some.add(next);
            next = some.size() < MOST_AT_ONCE ? queue.poll() : null;
        }
        if (!some.isEmpty()) {
            write(some);
        }
    }

    /**
     * Lets the threads that are about to add a create run first, as long as each turn brings more creates. A transaction
     * costs as much as ten creates, and this thread would otherwise begin one as soon as it sees a single create. A create
     * that is alone waits for one turn at most.
     */
    @SuppressWarnings("ThreadPriorityCheck") // The groups are right for every scheduler, only smaller.
    private void gather() {
        int before = 0;
        int waiting = queue.size();
        while (waiting > before && waiting < MOST_AT_ONCE) {
            Thread.yield();
            before = waiting;
            waiting = queue.size();
        }
    }

    private void write(List<Waiting> some) {
        try {
            List<CustomerHandle> handles =
                    insertion.apply(some.stream().map(each -> each.entry).toList());
            for (int i = 0; i < handles.size(); i++) {
                some.get(i).handle.complete(handles.get(i));
            }
        } catch (StoreFull full) {
            if (some.size() == 1) {
                some.get(0).handle.completeExceptionally(full);
            } else {
                // One that is too large takes no other with it.
                some.forEach(each -> write(List.of(each)));
            }
        } catch (StoreUnavailable away) {
            some.forEach(each -> each.handle.completeExceptionally(away));
            failAll(away);
        } catch (RuntimeException failure) {
            some.forEach(each -> each.handle.completeExceptionally(failure));
        }
    }

    /** Ends the creates that wait, which would find the database away one after another. */
    private void failAll(StoreUnavailable away) {
        Waiting next = queue.poll();
        while (next != null) {
            next.handle.completeExceptionally(away);
            next = queue.poll();
        }
    }

    @Override
    public void close() {
        writer.shutdown();
    }

    /** A create that waits for its handle. */
    private record Waiting(Insertion.Entry entry, CompletableFuture<CustomerHandle> handle) {
        @Override
        public String toString() {
            return entry.toString();
        }
    }
}
