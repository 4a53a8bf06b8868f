package io.handlekit.mock;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.internal.control.ControlSettings;
import io.handlekit.mock.internal.engine.CustomerSeed;
import io.handlekit.mock.internal.server.Listening;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a mock is started. Immutable.
 *
 * <pre>{@code MockOpenprovider.start(MockOptions.defaults().port(8080).documentationCustomer(true));}</pre>
 */
public final class MockOptions {
    private static final MockOptions DEFAULTS = new MockOptions(
            Listening.DEFAULTS,
            false,
            Behaviour.defaults(),
            InstantSource.system(),
            Optional.empty(),
            ControlSettings.DEFAULTS);

    private final Listening listening;
    private final boolean documentationCustomer;
    private final Behaviour behaviour;
    private final InstantSource clock;
    private final Optional<CustomerSeed> seed;
    private final ControlSettings control;

    private MockOptions(
            Listening listening,
            boolean documentationCustomer,
            Behaviour behaviour,
            InstantSource clock,
            Optional<CustomerSeed> seed,
            ControlSettings control) {
        this.listening = listening;
        this.documentationCustomer = documentationCustomer;
        this.behaviour = Objects.requireNonNull(behaviour, "behaviour");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.seed = seed;
        this.control = control;
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
        return new MockOptions(listening.host(host), documentationCustomer, behaviour, clock, seed, control);
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
        return new MockOptions(listening.port(port), documentationCustomer, behaviour, clock, seed, control);
    }

    /**
     * What the mock needs to be called over HTTPS, and no longer over HTTP: a context with the key and certificate to
     * show. Its certificate is the caller's to make and to trust.
     */
    public MockOptions tls(SSLContext context) {
        return with(listening.tls(context));
    }

    /** How long requests may take that are on their way when the mock is closed; nothing waits for them otherwise. */
    public MockOptions patience(Duration patience) {
        return with(listening.patience(patience));
    }

    /** Whether each request is a line in the log, with nothing of what it carries. */
    public MockOptions requestLog(boolean log) {
        return with(listening.log(log));
    }

    private MockOptions with(Listening changed) {
        return new MockOptions(changed, documentationCustomer, behaviour, clock, seed, control);
    }

    /** Whether the documentation's customer {@code XX123456-XX} is there from the start. */
    public MockOptions documentationCustomer(boolean documentationCustomer) {
        return new MockOptions(listening, documentationCustomer, behaviour, clock, seed, control);
    }

    /** How the mock behaves where the real service could behave otherwise. */
    public MockOptions behaviour(Behaviour behaviour) {
        return new MockOptions(listening, documentationCustomer, behaviour, clock, seed, control);
    }

    /** What time it is for tokens, limits and time stamps; the system's clock unless another is set. */
    public MockOptions clock(InstantSource clock) {
        return new MockOptions(listening, documentationCustomer, behaviour, clock, seed, control);
    }

    /**
     * Customers that are there from the start, and after each {@link MockOpenprovider#reset reset}. They go by the same
     * rules as a create, so one that would be refused keeps the mock from starting.
     *
     * @param json an array of what {@code POST /customers} takes, each with a {@code handle} if it is to have that one:
     *     {@code [{"handle": "AL000001-GB", "name": {…}, …}, …]}
     * @throws IllegalArgumentException if it is not such an array; the message says where and why, without their data
     */
    public MockOptions customers(String json) {
        CustomerSeed read = CustomerSeed.read(json.getBytes(StandardCharsets.UTF_8));
        return new MockOptions(listening, documentationCustomer, behaviour, clock, Optional.of(read), control);
    }

    Optional<CustomerSeed> seed() {
        return seed;
    }

    /**
     * The token that the control API asks for from then on, from everybody: {@code Authorization: Bearer …}. Without
     * one it answers this machine alone.
     *
     * @throws IllegalArgumentException if it is blank, or has anything but printable ASCII in it
     */
    public MockOptions controlToken(String token) {
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException("a control token is one word of printable ASCII");
        }
        return with(control.token(token));
    }

    /** Whether browsers may call the mock, its control API included, from pages of any other origin; they may not. */
    public MockOptions cors(boolean cors) {
        return with(control.cors(cors));
    }

    /** Whether exchanges are kept, within bounds; they are. Otherwise each counts as dropped at once. */
    public MockOptions journal(boolean journal) {
        return with(control.journal(journal));
    }

    private MockOptions with(ControlSettings changed) {
        return new MockOptions(listening, documentationCustomer, behaviour, clock, seed, changed);
    }

    ControlSettings control() {
        return control;
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    public InstantSource clock() {
        return clock;
    }

    /** Returns the token that the control API asks for, if it asks for one. */
    public Optional<String> controlToken() {
        return control.token();
    }

    /** Returns true if browsers may call the mock from pages of any other origin. */
    public boolean cors() {
        return control.cors();
    }

    /** Returns true if exchanges are recorded. */
    public boolean journal() {
        return control.journal();
    }

    Listening listening() {
        return listening;
    }

    public boolean documentationCustomer() {
        return documentationCustomer;
    }
}
