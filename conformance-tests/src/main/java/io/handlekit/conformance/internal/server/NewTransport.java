package io.handlekit.conformance.internal.server;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.http.transport.HttpTransport;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.opentest4j.TestAbortedException;

/** The transports that a fixture opens. A fixture that returns one twice is refused, because rules close transports. */
public final class NewTransport {
    private static final List<WeakReference<HttpTransport>> SEEN = new ArrayList<>();

    private NewTransport() {}

    /** Opens a transport. */
    public static HttpTransport of(TransportFixture fixture) {
        return checked(fixture.open(), "open()");
    }

    /**
     * Opens a transport with this trust manager.
     *
     * @throws TestAbortedException if the fixture does not offer that
     */
    public static HttpTransport trusting(TransportFixture fixture, X509TrustManager trust) {
        Optional<HttpTransport> transport = fixture.openTrusting(trust);
        return checked(
                transport.orElseThrow(() ->
                        new TestAbortedException("the fixture does not offer openTrusting(), which this rule needs")),
                "openTrusting()");
    }

    private static synchronized HttpTransport checked(HttpTransport transport, String method) {
        if (transport == null) {
            throw new AssertionError("TransportFixture." + method + " must return a transport, but it returned null");
        }
        SEEN.removeIf(seen -> seen.get() == null);
        if (SEEN.stream().anyMatch(seen -> seen.get() == transport)) {
            throw new AssertionError(
                    "TransportFixture." + method
                            + " must return a new transport each time, because each rule closes its own; it returned one twice");
        }
        SEEN.add(new WeakReference<>(transport));
        return transport;
    }
}
