package io.handlekit.conformance.docs;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.customers.policy.Ensured;
import io.handlekit.customers.policy.Reference;
import io.handlekit.customers.policy.ReuseHandle;
import java.util.Optional;

/** The Java examples of docs/create-once.md. */
final class CreateOnceExamples {
    private CreateOnceExamples() {}

    static CustomerHandle once(Customers port, NewCustomer draft) {
        // tag::once[]
        CreateOnce customers = CreateOnce.over(port);
        Reference reference = new Reference("order-4711"); // store it with the order, before the first call
        CustomerHandle handle = BlockingCustomers.await(customers.create(reference, draft));
        // end::once[]
        return handle;
    }

    static Ensured reuse(Customers customers, Optional<CustomerHandle> current, NewCustomer wanted) {
        // tag::reuse[]
        Ensured ensured = BlockingCustomers.await(ReuseHandle.over(customers).ensure(current, wanted));
        CustomerHandle handle = ensured.handle();
        Ensured.Done done = ensured.done(); // KEPT, UPDATED, REUSED or CREATED
        // end::reuse[]
        assert handle.equals(ensured.handle()) && done == ensured.done();
        return ensured;
    }

    static Ensured both(Customers port, Reference reference, Optional<CustomerHandle> current, NewCustomer wanted) {
        // tag::both[]
        CreateOnce once = CreateOnce.over(port);
        Ensured ensured = BlockingCustomers.await(once.ensure(reference, current, wanted));
        // end::both[]
        return ensured;
    }
}
