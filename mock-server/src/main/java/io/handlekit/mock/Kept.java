package io.handlekit.mock;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;

/**
 * A customer as one array of bytes. A mock under load keeps millions of them, and the garbage collector has one object
 * to move for each instead of two hundred, which is what made creating them slow.
 */
final class Kept {
    private final long id;
    private final byte[] json;

    private Kept(long id, byte[] json) {
        this.id = id;
        this.json = json;
    }

    static Kept asSent(long id, byte[] json) {
        return new Kept(id, json);
    }

    static Kept of(Customer customer) {
        return new Kept(customer.id().orElseThrow(), Json.write(out -> WireWriter.customer(out, customer, true)));
    }

    Customer customer(CustomerHandle handle) {
        return Derived.complete(handle, id, WireReader.create(Body.parse(json)));
    }
}
