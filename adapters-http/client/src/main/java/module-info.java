/**
 * The client of the service over HTTP, with the transport of the JDK. See {@link io.handlekit.http.HttpCustomers}.
 *
 * <p>The HTTP client of the JDK and the core are required transitively, because they appear in the API. Jackson does
 * not.
 */
// The modules that the helpers are exported to are built later.
@SuppressWarnings("module")
module io.handlekit.http {
    requires static org.jspecify;
    requires transitive io.handlekit.core;
    requires transitive java.net.http;
    requires tools.jackson.core;

    exports io.handlekit.http;
    exports io.handlekit.http.jdk;
    exports io.handlekit.http.observer;
    exports io.handlekit.http.transport;
    exports io.handlekit.http.internal.base to
            io.handlekit.conformance,
            io.handlekit.http.vertx;
}
