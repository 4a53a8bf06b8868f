package io.handlekit.conformance;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.jqwik.OverallBound;
import io.handlekit.conformance.transport.CancellationRules;
import io.handlekit.conformance.transport.ClosingRules;
import io.handlekit.conformance.transport.FailureRules;
import io.handlekit.conformance.transport.ReplyRules;
import io.handlekit.conformance.transport.TlsRules;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * The rules for every {@link io.handlekit.http.transport.HttpTransport}, as jqwik properties. Implement this interface
 * in a test class and override {@link #fixture}; {@link TransportFixture} has an example.
 *
 * <p>The name of each rule starts with an id, which the documentation of the transport refers to. The rules are in {@link
 * ReplyRules}, {@link FailureRules}, {@link CancellationRules}, {@link ClosingRules} and {@link TlsRules}. All servers run
 * on the loopback interface. The {@code keytool} of the JDK that runs the tests makes their certificates.
 */
// jqwik's annotation names a hook that users of the module need not see.
@SuppressWarnings("exports")
@AddLifecycleHook(value = OverallBound.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public interface TransportContract extends ReplyRules, FailureRules, CancellationRules, ClosingRules, TlsRules {
    @Override
    TransportFixture fixture();
}
