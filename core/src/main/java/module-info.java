/**
 * The customer domain of Openprovider: values, rules and the port {@link io.handlekit.customers.Customers}.
 *
 * <p>It depends on the JDK alone. To call the service, add a module that implements the port, such as the HTTP client.
 */
module io.handlekit.core {
    // Not transitive: a module that requires this one would then need the annotations to compile.
    requires static org.jspecify;

    exports io.handlekit.customers;
    exports io.handlekit.customers.policy;
    exports io.handlekit.customers.registry;
    exports io.handlekit.customers.tld;
    exports io.handlekit.customers.validation;
    exports io.handlekit.customers.vendor;
}
