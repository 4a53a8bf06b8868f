package io.handlekit.customers;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A blocking facade over {@link Customers}: each method waits for the result and returns it, or throws the {@link
 * CustomersFailure}. The port decides how long a call may take ({@code deadline} of {@code HttpCustomers}). Do not use
 * it on an event loop.
 *
 * <p>A failure has the stack of the calling thread; its cause is the port's failure. If the thread is interrupted
 * before a call, nothing is sent. If it is interrupted while it waits, the call is cancelled, unless the result has
 * arrived: then the method returns it. The thread stays interrupted in both cases.
 *
 * <pre>{@code
 * BlockingCustomers customers = new BlockingCustomers(port);
 * CustomerHandle handle = customers.create(draft);
 * customers.update(handle, changes);
 * Customer customer = customers.get(handle);
 * }</pre>
 */
public final class BlockingCustomers {
    private final Customers customers;

    /**
     * Creates a facade over a port. It is thread-safe, as the port is.
     *
     * @param customers the port
     */
    public BlockingCustomers(Customers customers) {
        this.customers = Objects.requireNonNull(customers, "customers");
    }

    /**
     * Creates a customer; see {@link Customers#create}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public CustomerHandle create(NewCustomer draft) {
        return call(() -> customers.create(draft), true);
    }

    /**
     * Changes a customer; see {@link Customers#update}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public void update(CustomerHandle handle, CustomerChanges changes) {
        call(() -> customers.update(handle, changes), true);
    }

    /**
     * Reads a customer; see {@link Customers#get}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public Customer get(CustomerHandle handle) {
        return call(() -> customers.get(handle), false);
    }

    /**
     * Lists a page of customers; see {@link Customers#list}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public CustomerPage list(CustomerQuery query) {
        return call(() -> customers.list(query), false);
    }

    /**
     * Returns a stream of all customers that match a query; see {@link Customers#listAll}. The stream requests a page
     * when it needs it, so its operations may throw a {@link CustomersFailure}: those that {@link #list} throws, and
     * {@link CustomersFailure.TooMany} after {@code maxCustomers} customers.
     *
     * <pre>{@code
     * customers.listAll(CustomerQuery.all(), 50_000).forEach(customer -> export(customer));
     * }</pre>
     *
     * @throws IllegalArgumentException if {@code maxCustomers} is less than 1
     */
    public Stream<ListedCustomer> listAll(CustomerQuery query, int maxCustomers) {
        PageCursor cursor = new PageCursor(query, maxCustomers);
        Iterator<ListedCustomer> all = new Iterator<>() {
            private Iterator<ListedCustomer> page = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!page.hasNext() && cursor.hasNext()) {
                    page = cursor.accept(request()).iterator();
                }
                return page.hasNext();
            }

            private CustomerPage request() {
                try {
                    return list(cursor.next());
                } catch (CustomersFailure.Rejected refused) {
                    if (cursor.dropsOrder(refused)) {
                        return list(cursor.next());
                    }
                    throw refused;
                }
            }

            @Override
            public ListedCustomer next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.next();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }

    /**
     * Deletes a customer; see {@link Customers#delete}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public void delete(CustomerHandle handle) {
        call(() -> customers.delete(handle), true);
    }

    /**
     * Waits for any other stage of the port, or of a policy over it, in the same way as the methods of this class.
     *
     * <pre>{@code CustomerHandle handle = BlockingCustomers.await(createOnce.create(reference, draft));}</pre>
     *
     * @throws CustomersFailure if the stage fails with it, or it is cancelled, or the thread is interrupted; after the
     *     latter two the call may have taken effect
     */
    public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
        return await(stage, true);
    }

    private static <T extends @Nullable Object> T call(Supplier<CompletionStage<T>> call, boolean writes) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CustomersFailure.Unavailable("not sent: the thread was interrupted before the call", false, null);
        }
        return await(call.get(), writes);
    }

    private static <T extends @Nullable Object> T await(CompletionStage<T> stage, boolean writes) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (future.cancel(true) || future.isCancelled()) {
                throw new CustomersFailure.Unavailable(
                        "interrupted while waiting for the service", writes, interrupted);
            }
            return arrived(future);
        } catch (CancellationException cancelled) {
            throw new CustomersFailure.Unavailable("the call was cancelled", writes, cancelled);
        } catch (ExecutionException failed) {
            throw thrownHere(failed);
        }
    }

    /** The result may arrive at the moment of the interrupt. A handle that nobody knows would be lost. */
    private static <T extends @Nullable Object> T arrived(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw thrownHere(failed);
        }
    }

    /** Callers may share the failure of a stage, and its stack is the transport's. Each caller gets its own. */
    private static RuntimeException thrownHere(Exception failed) {
        if (failed.getCause() instanceof CustomersFailure failure) {
            return failure.withCurrentStack();
        }
        return failed.getCause() instanceof RuntimeException bug
                ? bug
                : new IllegalStateException("the port failed with something other than a CustomersFailure", failed);
    }
}
