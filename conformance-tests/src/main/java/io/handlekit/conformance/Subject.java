package io.handlekit.conformance;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;

/**
 * The implementation under proof where a rule needs its calls to succeed, and waits for them.
 *
 * @param customers the implementation
 */
record Subject(Customers customers) {
    CustomerHandle create(NewCustomer draft) {
        return Outcome.of(() -> customers.create(draft)).value();
    }

    void update(CustomerHandle handle, CustomerChanges changes) {
        Outcome.of(() -> customers.update(handle, changes)).mustSucceed();
    }

    Customer get(CustomerHandle handle) {
        return Outcome.of(() -> customers.get(handle)).value();
    }

    CustomerPage list(CustomerQuery query) {
        return Outcome.of(() -> customers.list(query)).value();
    }

    void delete(CustomerHandle handle) {
        Outcome.of(() -> customers.delete(handle)).mustSucceed();
    }
}
