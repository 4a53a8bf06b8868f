package io.handlekit.customers.policy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import java.util.concurrent.CompletionStage;

/** A decorator as an application may write one: it passes every call on. */
record Decorated(Customers customers) implements Customers {
    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return customers.create(draft);
    }

    @Override
    public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
        return customers.update(handle, changes);
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return customers.get(handle);
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return customers.list(query);
    }

    @Override
    public CompletionStage<Void> delete(CustomerHandle handle) {
        return customers.delete(handle);
    }
}
