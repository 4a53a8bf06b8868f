/**
 * The conformance suite of Handlekit: contracts that prove an implementation of the port or of a transport, and
 * generators for your own property tests.
 */
@SuppressWarnings("module") // jqwik's engine is there at run time only
module io.handlekit.conformance {
    requires transitive io.handlekit.core;
    requires transitive io.handlekit.http;
    requires transitive net.jqwik.api;
    requires net.jqwik.time;
    requires org.opentest4j;
    requires static org.apiguardian.api;
    requires static org.jspecify;

    exports io.handlekit.conformance;
    exports io.handlekit.conformance.arbitraries;
    exports io.handlekit.conformance.customers;
    exports io.handlekit.conformance.fixture;
    exports io.handlekit.conformance.programs;
    exports io.handlekit.conformance.transport;

    // jqwik calls the rules and makes the hooks and generators that they name by reflection.
    opens io.handlekit.conformance;
    opens io.handlekit.conformance.customers;
    opens io.handlekit.conformance.internal.jqwik to
            net.jqwik.engine,
            org.junit.platform.commons;
    opens io.handlekit.conformance.transport;

    provides net.jqwik.api.SampleReportingFormat with
            io.handlekit.conformance.internal.jqwik.PrintedSamples;
}
