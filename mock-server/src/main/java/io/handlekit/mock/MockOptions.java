package io.handlekit.mock;

import java.time.InstantSource;
import java.util.Objects;

/**
 * How a mock is started. Immutable.
 *
 * <pre>{@code MockOpenprovider.start(MockOptions.defaults().port(8080).documentationCustomer(true));}</pre>
 */
public final class MockOptions {
    private static final MockOptions DEFAULTS =
            new MockOptions("127.0.0.1", 0, false, Behaviour.defaults(), InstantSource.system());

    private final String host;
    private final int port;
    private final boolean documentationCustomer;
    private final Behaviour behaviour;
    private final InstantSource clock;

    private MockOptions(
            String host, int port, boolean documentationCustomer, Behaviour behaviour, InstantSource clock) {
        this.host = Objects.requireNonNull(host, "host");
        this.port = port;
        this.documentationCustomer = documentationCustomer;
        this.behaviour = Objects.requireNonNull(behaviour, "behaviour");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Any free port of the loopback interface, no customer, every switch at its default, and the system's clock. */
    public static MockOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The interface to listen on; others than loopback let the network in.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public MockOptions host(String host) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a host is not blank");
        }
        return new MockOptions(host, port, documentationCustomer, behaviour, clock);
    }

    /**
     * The port to listen on, 0 for any free one.
     *
     * @throws IllegalArgumentException if it is no port
     */
    public MockOptions port(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is between 0 and 65535");
        }
        return new MockOptions(host, port, documentationCustomer, behaviour, clock);
    }

    /** Whether the documentation's customer {@code XX123456-XX} is there from the start. */
    public MockOptions documentationCustomer(boolean documentationCustomer) {
        return new MockOptions(host, port, documentationCustomer, behaviour, clock);
    }

    /** How the mock behaves where the real service could behave otherwise. */
    public MockOptions behaviour(Behaviour behaviour) {
        return new MockOptions(host, port, documentationCustomer, behaviour, clock);
    }

    /** What time it is for tokens, limits and time stamps; the system's clock unless another is set. */
    public MockOptions clock(InstantSource clock) {
        return new MockOptions(host, port, documentationCustomer, behaviour, clock);
    }

    Behaviour behaviour() {
        return behaviour;
    }

    InstantSource clock() {
        return clock;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean documentationCustomer() {
        return documentationCustomer;
    }
}
