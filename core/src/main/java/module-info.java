/**
 * The customer domain of Openprovider: values, rules and the port {@link io.handlekit.customers.Customers}.
 *
 * <p>Depends on the JDK alone. Who wants to talk to the service adds a module that implements the port.
 */
module io.handlekit.core {
    requires static transitive org.jspecify;

    exports io.handlekit.customers;
    exports io.handlekit.customers.validation;
}
