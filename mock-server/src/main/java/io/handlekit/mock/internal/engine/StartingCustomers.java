package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.CustomerReader;
import java.util.Optional;

/**
 * The customers that a mock starts with, and has again after a reset.
 *
 * @param behaviour the behaviour that it starts with, by which the seed is checked
 * @param documentationCustomer whether the customer of the vendor's articles is among them
 * @param seed the others
 */
public record StartingCustomers(Behaviour behaviour, boolean documentationCustomer, Optional<CustomerSeed> seed) {
    /** The handle of the customer of the vendor's articles. */
    public static final CustomerHandle DOCUMENTATION_HANDLE = new CustomerHandle("XX123456-XX");

    /** Returns the customer of the vendor's articles. It is not checked: its data are the vendor's. */
    static NewCustomer readDocumentationCustomer() {
        return CustomerReader.create(Body.parse(Resources.bytes("documentation-customer.json")), null);
    }

    @Override
    public String toString() {
        return "StartingCustomers[documentationCustomer=" + documentationCustomer + ", seed=" + seed.isPresent() + "]";
    }
}
