package io.handlekit.customers.policy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A port that lists no customers and creates a new one for each create, on another thread. */
final class SlowCustomers implements Customers {
    private final AtomicInteger created = new AtomicInteger();

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return CompletableFuture.supplyAsync(() -> new CustomerHandle("XX" + created.incrementAndGet()));
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return CompletableFuture.supplyAsync(() -> new CustomerPage(List.of(), 0));
    }

    @Override
    public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<Void> delete(CustomerHandle handle) {
        throw new AssertionError();
    }
}
