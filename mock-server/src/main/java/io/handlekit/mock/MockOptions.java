package io.handlekit.mock;

import java.util.Objects;

/**
 * How a mock is started. Immutable.
 *
 * <pre>{@code MockOpenprovider.start(MockOptions.defaults().port(8080).documentationCustomer(true));}</pre>
 */
public final class MockOptions {
    private static final MockOptions DEFAULTS = new MockOptions("127.0.0.1", 0, false);

    private final String host;
    private final int port;
    private final boolean documentationCustomer;

    private MockOptions(String host, int port, boolean documentationCustomer) {
        this.host = host;
        this.port = port;
        this.documentationCustomer = documentationCustomer;
    }

    /** Any free port of the loopback interface, and no customer. */
    public static MockOptions defaults() {
        return DEFAULTS;
    }

    /** The interface to listen on; others than loopback let the network in. */
    public MockOptions host(String host) {
        return new MockOptions(Objects.requireNonNull(host, "host"), port, documentationCustomer);
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
        return new MockOptions(host, port, documentationCustomer);
    }

    /** Whether the documentation's customer {@code XX123456-XX} is there from the start. */
    public MockOptions documentationCustomer(boolean documentationCustomer) {
        return new MockOptions(host, port, documentationCustomer);
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
