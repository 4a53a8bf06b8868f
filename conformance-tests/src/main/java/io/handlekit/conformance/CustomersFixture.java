package io.handlekit.conformance;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
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
}
