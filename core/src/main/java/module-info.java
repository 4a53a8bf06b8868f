/**
 * The customer domain of Openprovider: values, rules and the port {@link io.handlekit.customers.Customers}.
 *
 * <p>Depends on the JDK alone. Who wants to talk to the service adds a module that implements the port.
 */
module io.handlekit.core {
    // Not transitive: whoever requires this module would then need the annotations to compile.
    requires static org.jspecify;

    exports io.handlekit.customers;
    exports io.handlekit.customers.policy;
    exports io.handlekit.customers.registry;
    exports io.handlekit.customers.tld;
    exports io.handlekit.customers.validation;
    exports io.handlekit.customers.vendor;
}
