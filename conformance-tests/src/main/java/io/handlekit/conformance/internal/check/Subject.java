package io.handlekit.conformance.internal.check;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;

/**
 * The implementation under test, for calls that a rule needs to succeed. Each method waits for its call and fails the
 * rule if the call fails.
 *
 * @param customers the implementation
 */
public record Subject(Customers customers) {
    /** Creates a customer. */
    public CustomerHandle create(NewCustomer draft) {
        return CallOutcome.of("create", () -> customers.create(draft)).value();
    }

    /** Updates a customer. */
    public void update(CustomerHandle handle, CustomerChanges changes) {
        CallOutcome.of("update(" + handle + ")", () -> customers.update(handle, changes))
                .verifySuccess();
    }

    /** Reads a customer. */
    public Customer get(CustomerHandle handle) {
        return CallOutcome.of("get(" + handle + ")", () -> customers.get(handle))
                .value();
    }

    /** Lists customers. */
    public CustomerPage list(CustomerQuery query) {
        return CallOutcome.of("list", () -> customers.list(query)).value();
    }

    /** Deletes a customer. */
    public void delete(CustomerHandle handle) {
        CallOutcome.of("delete(" + handle + ")", () -> customers.delete(handle)).verifySuccess();
    }
}
