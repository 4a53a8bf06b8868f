package io.handlekit.conformance.teeth;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.implementations.JdkFixture;
import io.handlekit.conformance.implementations.MockFixture;
import io.handlekit.conformance.trial.CustomersTrial;
import io.handlekit.conformance.trial.TransportTrial;
import io.handlekit.customers.Customers;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.X509TrustManager;

/**
 * An implementation with one fault.
 *
 * @param fault what it does wrong
 * @param rules the ids of the rules that must catch it
 * @param trial runs the rule with an id: returns how the rule failed, or empty if it was kept
 */
record BrokenSubject(String fault, List<String> rules, Function<String, Optional<Throwable>> trial) {
    /** Returns a port with a fault, over the mock's engine. */
    static BrokenSubject port(String fault, UnaryOperator<Customers> planted, String... rules) {
        return new BrokenSubject(fault, List.of(rules), rule -> {
            try (MockFixture fixture = MockFixture.inProcess(planted)) {
                return CustomersTrial.of(fixture, rule);
            }
        });
    }

    /** Returns the client over a faulty wire to the mock. */
    static BrokenSubject wire(String fault, UnaryOperator<HttpTransport> planted, String... rules) {
        return new BrokenSubject(fault, List.of(rules), rule -> {
            try (HttpTransport transport = new JdkTransport();
                    MockFixture fixture = MockFixture.over(planted.apply(transport))) {
                return CustomersTrial.of(fixture, rule);
            }
        });
    }

    /** Returns a transport with a fault, over that of the JDK. */
    static BrokenSubject transport(String fault, UnaryOperator<HttpTransport> planted, String... rules) {
        TransportFixture sound = new JdkFixture();
        return transport(
                fault,
                new TransportFixture() {
                    @Override
                    public HttpTransport open() {
                        return planted.apply(sound.open());
                    }

                    @Override
                    public Optional<HttpTransport> openTrusting(X509TrustManager trust) {
                        return sound.openTrusting(trust).map(planted);
                    }
                },
                rules);
    }

    /** Returns a transport with a fault that does not use the JDK's. */
    static BrokenSubject transport(String fault, TransportFixture fixture, String... rules) {
        return new BrokenSubject(fault, List.of(rules), rule -> TransportTrial.of(fixture, rule));
    }

    @Override
    public String toString() {
        return fault;
    }
}
