package io.handlekit.mock;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.internal.engine.CustomerSeed;
import io.handlekit.mock.internal.engine.EngineCustomers;
import io.handlekit.mock.internal.engine.StartingCustomers;
import io.handlekit.mock.internal.journal.JournalCheck;
import io.handlekit.mock.internal.wire.CustomerView;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * An offline Openprovider: customers in memory, behind HTTP on the loopback interface.
 *
 * <pre>{@code
 * try (MockOpenprovider mock = MockOpenprovider.start()) {
 *     yourProgram.createsACustomerAt(mock.baseUri());
 *     assertEquals("Ada", mock.stored(handle).orElseThrow().name().firstName());
 *     assertEquals(1, mock.exchanges().size());
 * }
 * }</pre>
 *
 * <p>The same calls in the same order get the same handles, ids and tokens in every run. May be used by several
 * threads.
 */
public final class MockOpenprovider implements AutoCloseable {
    /** The handle of the articles, and of the customer that {@link MockOptions#documentationCustomer} asks for. */
    public static final CustomerHandle DOCUMENTATION_HANDLE = StartingCustomers.DOCUMENTATION_HANDLE;

    private final MockOptions options;
    private final Components components;
    private final Javalin server;
    private final int port;

    private MockOpenprovider(MockOptions options) {
        this.options = options;
        components = new Components(options);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            options.listening().configure(config);
            components.open(config);
        });
        port = options.listening().start(server);
    }

    /** Starts an empty mock on any free port. */
    public static MockOpenprovider start() {
        return start(MockOptions.defaults());
    }

    /**
     * Starts a mock.
     *
     * @throws IllegalArgumentException if there is one among {@link MockOptions#customers} that would not be created
     * @throws UncheckedIOException if there is no such host, or the port is taken
     */
    public static MockOpenprovider start(MockOptions options) {
        return new MockOpenprovider(options);
    }

    /** The base URL for a client, version included: {@code http://127.0.0.1:49152/v1beta}. */
    public URI baseUri() {
        return options.listening().uri(port, ServicePaths.VERSION);
    }

    /** Where it listens; some host names are none in a URI, which then tells no port. */
    public int port() {
        return port;
    }

    /**
     * The same customers through the port, with no HTTP in between; such calls are no {@link #exchanges()}. Of the
     * switches those hold that are about customers ({@code area-code}, {@code house-number}, {@code zip}, {@code form},
     * {@code tags}, {@code tld-check}, {@code bare-pattern}, {@code delete}, {@code deleted}, {@code numbering-start}),
     * and not those about the wire.
     */
    public Customers customers() {
        return new EngineCustomers(components.engine, components.behaviour::get);
    }

    /** The customer with this handle, if there is one. */
    public Optional<Customer> stored(CustomerHandle handle) {
        return components.engine.find(handle).map(CustomerView::customer);
    }

    /** How many customers there are. */
    public int size() {
        return components.engine.count();
    }

    /**
     * Stores customers, all of them or none.
     *
     * @param json as {@link MockOptions#customers} takes it
     * @return their handles, in the order of the array
     * @throws IllegalArgumentException if one of them would not be created; the message says which and why
     */
    public List<CustomerHandle> seed(String json) {
        return components.engine.seed(
                components.behaviour.get(), CustomerSeed.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The latest exchanges, oldest first: at most 10,000 of them, and at most 64 MiB or a quarter of the heap, whichever
     * is less.
     */
    public List<Exchange> exchanges() {
        return components.journal.excerpt().exchanges();
    }

    /** How many exchanges are no longer among {@link #exchanges()}, since there came too many after them. */
    public long droppedExchanges() {
        return components.journal.excerpt().dropped();
    }

    /**
     * Looks whether calls came as expected.
     *
     * @throws AssertionError if they did not, or if exchanges that would have to be looked at were dropped; the message
     *     says how many there were, and nothing of what was sent
     */
    public void verify(ExpectedCalls expected) {
        JournalCheck check = JournalCheck.of(expected, components.journal.excerpt());
        if (check.outcome() != JournalCheck.Outcome.VERIFIED) {
            throw new AssertionError(check.sentence());
        }
    }

    /** Forgets the exchanges, and nothing else. */
    public void clearExchanges() {
        components.journal.clear();
    }

    /** Puts customers, tags and verifications back to the start, and nothing else: exchanges and tokens stay. */
    public void clearCustomers() {
        components.reset.customers();
    }

    /**
     * Puts the mock's clock forward: tokens, limits and verifications grow that much older.
     *
     * @throws IllegalArgumentException if the time is negative, or more than 36500 days in all
     */
    public void forward(Duration time) {
        components.clock.forward(time);
    }

    /**
     * Changes how the mock behaves, for all calls that come after it. Another first number holds for pairs of letters
     * that have no handle yet.
     */
    public void behaviour(Behaviour behaviour) {
        Objects.requireNonNull(behaviour, "behaviour");
        components.behaviour.change(any -> behaviour);
    }

    /** How the mock behaves now. */
    public Behaviour behaviour() {
        return components.behaviour.get();
    }

    /**
     * Does what the owner of an e-mail address does who follows the link that was sent there.
     *
     * @return whether a verification of this address was started, and not too long ago
     */
    public boolean confirmEmail(String email) {
        return components.verifications.confirm(email);
    }

    /**
     * Lets something go wrong once: at the next call that the fault is about. Several of them wait for one another, the
     * first for the first call, but for delays, which strike at once.
     *
     * <pre>{@code mock.failNext(Fault.reset().afterEffect().on("POST", "/customers"));}</pre>
     *
     * <p>Faults are the wire's: {@link #customers()} knows none.
     *
     * @throws IllegalArgumentException if a thousand faults are armed already
     */
    public void failNext(Fault fault) {
        components.faults.armed().add(List.of(fault.atMost(1)));
    }

    /**
     * Lets these things go wrong from now on, in place of all that were armed; each begins to count its calls anew.
     *
     * @throws IllegalArgumentException if they are more than a thousand
     */
    public void faults(List<Fault> faults) {
        components.faults.armed().set(faults);
    }

    /** The faults that may still strike, in their order. */
    public List<Fault> faults() {
        return components.faults.armed().all();
    }

    /**
     * Returns to the start: its customers, first numbers, switches and clock; no exchanges, no tokens, nobody blocked,
     * no faults. Calls that a fault keeps waiting get no answer.
     */
    public void reset() {
        components.reset.all();
    }

    /** Stops listening, and ends the calls that a fault keeps waiting. May be called twice. */
    @Override
    public void close() {
        components.faults.clear();
        try {
            server.stop();
        } catch (JavalinException late) {
            // What was not over in time has been cut off by then, and all else is stopped.
            if (!(late.getCause() instanceof TimeoutException)) {
                throw late;
            }
        }
    }
}
