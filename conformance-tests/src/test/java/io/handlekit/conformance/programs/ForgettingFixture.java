package io.handlekit.conformance.programs;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import java.util.Optional;

/**
 * A fixture whose service has lost every customer when the fixture looks into it.
 *
 * @param customers the implementation
 */
record ForgettingFixture(Customers customers) implements CustomersFixture {
    @Override
    public Optional<Customer> stored(CustomerHandle handle) {
        return Optional.empty();
    }
}
