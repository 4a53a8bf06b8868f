package io.handlekit.customers;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A blocking facade over {@link Customers}: each method waits for the result and returns it, or throws the {@link
 * CustomersFailure}. The port decides how long a call may take ({@code deadline} of {@code HttpCustomers}). Do not use
 * it on an event loop.
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
        return await(customers.create(draft), true);
    }

    /**
     * Changes a customer; see {@link Customers#update}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public void update(CustomerHandle handle, CustomerChanges changes) {
        await(customers.update(handle, changes), true);
    }

    /**
     * Reads a customer; see {@link Customers#get}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public Customer get(CustomerHandle handle) {
        return await(customers.get(handle), false);
    }

    /**
     * Lists a page of customers; see {@link Customers#list}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public CustomerPage list(CustomerQuery query) {
        return await(customers.list(query), false);
    }

    /**
     * Returns a stream of all customers that match a query; see {@link Customers#listAll}. The stream requests a page
     * when it needs it, so its operations may throw a {@link CustomersFailure}: those that {@link #list} throws, and
     * {@link CustomersFailure.TooMany} after {@code maxCustomers} customers.
     *
     * <pre>{@code
     * customers.listAll(CustomerQuery.all().limit(1_000), 50_000).forEach(customer -> export(customer));
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
                    page = cursor.accept(list(cursor.next())).iterator();
                }
                return page.hasNext();
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
        await(customers.delete(handle), true);
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

    private static <T extends @Nullable Object> T await(CompletionStage<T> stage, boolean writes) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new CustomersFailure.Unavailable("interrupted while waiting for the service", writes, interrupted);
        } catch (CancellationException cancelled) {
            throw new CustomersFailure.Unavailable("the call was cancelled", writes, cancelled);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the port failed with something other than a CustomersFailure", failed);
        }
    }
}
