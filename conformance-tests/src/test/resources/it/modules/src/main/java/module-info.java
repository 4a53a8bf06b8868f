/** An application that uses both transports, the mock in place of the service, and the contract tests. */
module example.billing {
    requires io.handlekit.conformance;
    requires io.handlekit.core;
    requires io.handlekit.http;
    requires io.handlekit.http.vertx;
    requires io.handlekit.mock;
}
