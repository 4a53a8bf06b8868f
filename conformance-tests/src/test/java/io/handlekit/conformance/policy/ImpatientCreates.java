package io.handlekit.conformance.policy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A port whose creates have a short deadline. Its other calls have a long one, which a slow machine does not reach.
 *
 * @param creates the port with the short deadline
 * @param others the port with the long deadline
 */
record ImpatientCreates(Customers creates, Customers others) implements Customers {
    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return creates.create(draft);
    }

    @Override
    public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        return others.update(handle, changes);
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return others.get(handle);
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return others.list(query);
    }

    @Override
    public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        return others.delete(handle);
    }
}
