package io.handlekit.conformance.teeth;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.implementations.JdkFixture;
import io.handlekit.conformance.implementations.MockFixture;
import io.handlekit.customers.Customers;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.X509TrustManager;

/**
 * An implementation with one fault in it.
 *
 * @param fault what it does
 * @param rules the ids of the rules that have to catch it
 * @param trial holds it to the rule of an id: how the rule failed, or nothing if it was kept
 */
record BrokenSubject(String fault, List<String> rules, Function<String, Optional<Throwable>> trial) {
    /** A port, over the mock's engine. */
    static BrokenSubject port(String fault, UnaryOperator<Customers> planted, String... rules) {
        return new BrokenSubject(fault, List.of(rules), rule -> {
            try (MockFixture fixture = MockFixture.inProcess(planted)) {
                return CustomersTrial.of(fixture, rule);
            }
        });
    }

    /** The client, over a wire to the mock. */
    static BrokenSubject wire(String fault, UnaryOperator<HttpTransport> planted, String... rules) {
        return new BrokenSubject(fault, List.of(rules), rule -> {
            try (HttpTransport transport = new JdkTransport();
                    MockFixture fixture = MockFixture.over(planted.apply(transport))) {
                return CustomersTrial.of(fixture, rule);
            }
        });
    }

    /** A transport, over that of the JDK. */
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

    /** A transport of its own make. */
    static BrokenSubject transport(String fault, TransportFixture fixture, String... rules) {
        return new BrokenSubject(fault, List.of(rules), rule -> TransportTrial.of(fixture, rule));
    }

    @Override
    public String toString() {
        return fault;
    }
}
