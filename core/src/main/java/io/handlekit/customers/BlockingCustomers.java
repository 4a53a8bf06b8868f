package io.handlekit.customers;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * {@link Customers} for a caller who waits: the same doors, each returning the result or throwing the {@link
 * CustomersFailure}. How long a call may take is the port's affair ({@code deadline} of {@code HttpCustomers}). Not for
 * use on an event loop.
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
     * Waits for the given port. May be used by several threads, as the port may.
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
     * Deletes a customer; see {@link Customers#delete}.
     *
     * @throws CustomersFailure if the port's stage fails with it, or it is cancelled, or the thread is interrupted
     */
    public void delete(CustomerHandle handle) {
        await(customers.delete(handle), true);
    }

    private static <T> T await(CompletionStage<T> stage, boolean writes) {
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
            throw new IllegalStateException("the port broke its promise to fail as CustomersFailure", failed);
        }
    }
}
