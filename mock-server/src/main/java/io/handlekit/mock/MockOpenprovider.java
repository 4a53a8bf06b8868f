package io.handlekit.mock;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.engine.CustomerSeed;
import io.handlekit.mock.internal.engine.EngineCustomers;
import io.handlekit.mock.internal.engine.StartingCustomers;
import io.handlekit.mock.internal.journal.JournalCheck;
import io.handlekit.mock.internal.wire.CustomerView;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An offline double of Openprovider's customer API, which keeps its customers in memory, or in a
 * {@linkplain MockOptions#store store} that lasts, and serves them over HTTP.
 *
 * <pre>{@code
 * try (MockOpenprovider mock = MockOpenprovider.start()) {
 *     yourProgram.createCustomerAt(mock.baseUri());
 *     assertEquals("Ada", mock.stored(handle).orElseThrow().name().firstName());
 *     assertEquals(1, mock.exchanges().size());
 * }
 * }</pre>
 *
 * <p>The same calls in the same order get the same handles and ids in every run; see {@link MockOptions#tokenSeed} for
 * tokens. Safe for several threads.
 */
public final class MockOpenprovider implements AutoCloseable {
    /** The handle of the customer in the vendor's articles; see {@link MockOptions#documentationCustomer}. */
    public static final CustomerHandle DOCUMENTATION_HANDLE = StartingCustomers.DOCUMENTATION_HANDLE;

    private final MockOptions options;
    private final Components components;
    private final Javalin server;
    private final int port;
    private final AtomicBoolean isClosed = new AtomicBoolean();

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
        port = listen();
    }

    private int listen() {
        try {
            return options.listening().start(server);
        } catch (RuntimeException cannot) {
            components.close();
            throw cannot;
        }
    }

    /** Starts an empty mock on a free port of the loopback interface. */
    public static MockOpenprovider start() {
        return start(MockOptions.defaults());
    }

    /**
     * Starts a mock.
     *
     * @throws IllegalArgumentException if one of {@link MockOptions#customers} would be refused, the store cannot be opened,
     *     or the file of {@link MockOptions#load} is not a whole snapshot
     * @throws UncheckedIOException if the host is unknown, or the port is taken
     */
    public static MockOpenprovider start(MockOptions options) {
        return new MockOpenprovider(options);
    }

    /** Returns the base URL for a client, with the version in use: {@code http://127.0.0.1:49152/v1}. */
    public URI baseUri() {
        return baseUri(ApiVersion.V1);
    }

    /**
     * Returns the base URL of a version. The mock serves all versions at once, on the same customers, tokens and limits;
     * they differ in the HTTP statuses of errors.
     *
     * <pre>{@code mock.baseUri(ApiVersion.V1BETA); // http://127.0.0.1:49152/v1beta}</pre>
     */
    public URI baseUri(ApiVersion version) {
        return options.listening().uri(port, version.path());
    }

    /** Returns the port. Use it for host names that cannot appear in a URI. */
    public int port() {
        return port;
    }

    /**
     * Returns the port {@link Customers} on the mock's customers, without HTTP. Its calls are not among the {@link
     * #exchanges()}. Only the switches about customers apply ({@code area-code}, {@code house-number}, {@code zip},
     * {@code form}, {@code tags}, {@code tld-check}, {@code bare-pattern}, {@code verification-status}, {@code delete}, {@code deleted}, {@code
     * numbering-start}), not those about HTTP.
     */
    public Customers customers() {
        return new EngineCustomers(components.engine, components.behaviour::get);
    }

    /** Returns the customer with this handle, if there is one. */
    public Optional<Customer> stored(CustomerHandle handle) {
        return components.engine.find(components.behaviour.get(), handle).map(CustomerView::customer);
    }

    /**
     * Returns true if the store had something from before, so that the customers of the start were not stored. Always
     * false in memory.
     */
    public boolean isContinued() {
        return components.isContinued;
    }

    /** Returns how many customers there are. */
    public int size() {
        return components.engine.count();
    }

    /**
     * Stores customers, all of them or none.
     *
     * @param json an array or replies of the service, as {@link MockOptions#customers(String)} takes them
     * @return their handles, in the order of the array
     * @throws IllegalArgumentException if one of them would be refused; the message says which and why
     */
    public List<CustomerHandle> seed(String json) {
        return components.engine.seed(
                components.behaviour.get(), CustomerSeed.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns the latest exchanges, oldest first: at most 10,000, and at most 64 MiB or an eighth of the heap, whichever
     * is less.
     */
    public List<Exchange> exchanges() {
        return components.journal.excerpt().exchanges();
    }

    /** Returns how many older exchanges were dropped from {@link #exchanges()}. */
    public long droppedExchanges() {
        return components.journal.dropped();
    }

    /**
     * Verifies that calls came as expected.
     *
     * @throws AssertionError if they did not, or if exchanges that matter were dropped; the message gives the numbers and
     *     the near misses, and no value that was sent
     */
    public void verify(ExpectedCalls expected) {
        JournalCheck check = JournalCheck.of(expected, components.journal.excerpt());
        if (check.outcome() != JournalCheck.Outcome.VERIFIED) {
            throw new AssertionError(check.report());
        }
    }

    /** Removes the exchanges, and changes nothing else. */
    public void clearExchanges() {
        components.journal.clear();
    }

    /** Resets customers, tags and verifications to the start. Exchanges and tokens stay. */
    public void clearCustomers() {
        components.reset.customers();
    }

    /**
     * Moves the mock's clock forward, so that tokens, limits and verifications age.
     *
     * @throws IllegalArgumentException if the time is negative, or more than 36500 days in all
     */
    public void forward(Duration time) {
        components.clock.forward(time);
    }

    /**
     * Changes the behaviour for all later calls. Another first number applies to pairs of letters that have no handle
     * yet.
     */
    public void behaviour(Behaviour behaviour) {
        Objects.requireNonNull(behaviour, "behaviour");
        components.behaviour.change(any -> behaviour);
    }

    /** Returns the current behaviour. */
    public Behaviour behaviour() {
        return components.behaviour.get();
    }

    /**
     * Confirms an e-mail address, as its owner does by following the link in the verification e-mail.
     *
     * @return false if no verification of this address was started, or it has expired
     */
    public boolean confirmEmail(String email) {
        return components.verifications.confirm(email);
    }

    /**
     * Arms a fault for the next call that matches it. Several faults trigger one after another, one at each call; delays
     * trigger at once.
     *
     * <pre>{@code mock.failNext(Fault.reset().afterEffect().on("POST", "/customers"));}</pre>
     *
     * <p>Faults affect HTTP only, not {@link #customers()}.
     *
     * @throws IllegalArgumentException if a thousand faults are armed already
     */
    public void failNext(Fault fault) {
        components.faults.armed().add(List.of(fault.atMost(1)));
    }

    /**
     * Replaces all armed faults by these. Each counts its calls from the start.
     *
     * @throws IllegalArgumentException if there are more than a thousand
     */
    public void faults(List<Fault> faults) {
        components.faults.armed().set(faults);
    }

    /** Returns the faults that may still trigger, in their order. */
    public List<Fault> faults() {
        return components.faults.armed().all();
    }

    /**
     * Resets customers, numbers, switches and clock to the start, and removes exchanges, tokens, blocks and faults. Calls
     * that a fault holds up get no answer. Customers, tags, verifications and tokens are reset for all mocks that share the
     * store.
     */
    public void reset() {
        components.reset.all();
    }

    /**
     * Saves the whole state to a file: customers with their handles, ids and times, deleted ones, counters, tags,
     * verifications, switches and clock. The file holds the old state until the new one is complete.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        try {
            components.snapshot.write(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Replaces the whole state by one that was saved, or changes nothing. In a store that several mocks share, it replaces
     * the state of all.
     *
     * <pre>{@code mock.load(Path.of("state.jsonl"));}</pre>
     *
     * @throws IllegalArgumentException if the file is not a whole snapshot; the message says where and why
     * @throws UncheckedIOException if the file cannot be read
     */
    public void load(Path file) {
        try {
            components.snapshot.load(() -> Files.newInputStream(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Stops the server, and ends the calls that a fault holds up. Saves the last state if the options name a {@linkplain
     * MockOptions#snapshot file} for it. May be called twice.
     *
     * @throws UncheckedIOException if that file cannot be written; the mock is closed all the same
     */
    @Override
    public void close() {
        try {
            stop();
            if (!isClosed.getAndSet(true)) {
                options.control().snapshot().ifPresent(this::save);
            }
        } finally {
            components.close();
        }
    }

    private void stop() {
        components.faults.clear();
        components.journal.close();
        try {
            server.stop();
        } catch (JavalinException late) {
            // Requests that took too long were cut off, and everything else has stopped.
            if (!(late.getCause() instanceof TimeoutException)) {
                throw late;
            }
        }
    }
}
