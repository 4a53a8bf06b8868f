package io.handlekit.conformance;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The implementation under proof, and what its contract has to know of it. One fixture may serve all rules: none of
 * them asks for an empty service.
 *
 * <pre>{@code
 * class MyCustomersTest implements CustomersContract {
 *     private static final Customers MINE = new MyCustomers();
 *
 *     @Override
 *     public CustomersFixture fixture() {
 *         return () -> MINE;
 *     }
 * }
 * }</pre>
 *
 * <p>All else has a default. What is overridden lets more rules be tried, or lets them look closer.
 */
@FunctionalInterface
public interface CustomersFixture {
    /** The implementation. */
    Customers customers();

    /** A handle of the usual form that the service has never issued. */
    default CustomerHandle unknownHandle() {
        return new CustomerHandle("ZZ000000-ZZ");
    }

    /** How many calls have reached the service so far, if that can be seen: then rule C05 looks at it. */
    default OptionalLong callsReceived() {
        return OptionalLong.empty();
    }

    /** What can be done to the service; rules that need what is not offered are reported as skipped. */
    default ServiceControl control() {
        return ServiceControl.NONE;
    }

    /**
     * The customer that the service has under this handle, if it has one. Override it where the service can be looked
     * into past the implementation, which is asked otherwise.
     *
     * @param handle the customer
     */
    default Optional<Customer> stored(CustomerHandle handle) {
        return Outcome.of(() -> customers().get(handle)).unlessUnknown(handle);
    }
}
