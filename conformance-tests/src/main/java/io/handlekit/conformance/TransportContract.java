package io.handlekit.conformance;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.transport.ClosingRules;
import io.handlekit.conformance.transport.FailureRules;
import io.handlekit.conformance.transport.GivingUpRules;
import io.handlekit.conformance.transport.ReplyRules;
import io.handlekit.conformance.transport.TlsRules;

/**
 * What every {@link io.handlekit.http.transport.HttpTransport} owes its caller, against servers with and without manners.
 * Implement this interface in a test class, fill its one hole, and run it with jqwik; {@link TransportFixture} has an
 * example.
 *
 * <p>Each rule has an id, by which the transport's documentation refers to it. They stand in five parts: {@link
 * ReplyRules}, {@link FailureRules}, {@link GivingUpRules}, {@link ClosingRules} and {@link TlsRules}. All servers are
 * on the loopback interface; the certificates are made by the {@code keytool} of the JDK that runs the tests.
 */
public interface TransportContract extends ReplyRules, FailureRules, GivingUpRules, ClosingRules, TlsRules {
    @Override
    TransportFixture fixture();
}
