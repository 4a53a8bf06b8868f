package io.handlekit.mock;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.control.ControlSettings;
import io.handlekit.mock.internal.engine.CustomerSeed;
import io.handlekit.mock.internal.server.Listening;
import io.handlekit.mock.internal.store.StoreLocation;
import io.handlekit.mock.journal.Exchange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * The options of a mock. Immutable: each setter returns new options.
 *
 * <pre>{@code MockOpenprovider.start(MockOptions.defaults().port(8080).documentationCustomer(true));}</pre>
 */
public final class MockOptions {
    private static final MockOptions DEFAULTS =
            new MockOptions(Listening.DEFAULTS, StartingState.DEFAULTS, StoreLocation.MEMORY, ControlSettings.DEFAULTS);

    private final Listening listening;
    private final StartingState start;
    private final StoreLocation store;
    private final ControlSettings control;

    private MockOptions(Listening listening, StartingState start, StoreLocation store, ControlSettings control) {
        this.listening = listening;
        this.start = start;
        this.store = store;
        this.control = control;
    }

    /** Returns the defaults: any free port on the loopback interface, no customers, default switches, the system's clock. */
    public static MockOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets the interface to listen on. With an interface other than loopback, the network can reach the mock.
     *
     * @throws IllegalArgumentException if the host is blank
     */
    public MockOptions host(String host) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host must not be blank");
        }
        return with(listening.host(host));
    }

    /**
     * Sets the port to listen on; 0 takes any free one.
     *
     * @throws IllegalArgumentException if it is not between 0 and 65535
     */
    public MockOptions port(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port must be between 0 and 65535");
        }
        return with(listening.port(port));
    }

    /**
     * Listens for HTTPS, and no longer for HTTP, with the key and certificate of this context. Your client has to trust
     * the certificate.
     */
    public MockOptions tls(SSLContext context) {
        return with(listening.tls(context));
    }

    /** Sets how long requests in progress may take when the mock is closed. By default they are cut off at once. */
    public MockOptions stopTimeout(Duration timeout) {
        return with(listening.stopTimeout(timeout));
    }

    /** Sets whether each request is logged: method, path template, status and time, without its data. */
    public MockOptions requestLog(boolean log) {
        return with(listening.log(log));
    }

    private MockOptions with(Listening changed) {
        return new MockOptions(changed, start, store, control);
    }

    /** Sets whether the mock starts with the customer {@code XX123456-XX} of the vendor's articles. */
    public MockOptions documentationCustomer(boolean documentationCustomer) {
        return with(start.documentationCustomer(documentationCustomer));
    }

    /** Sets the behaviour where the real service may behave in one way or another. */
    public MockOptions behaviour(Behaviour behaviour) {
        return with(start.behaviour(Objects.requireNonNull(behaviour, "behaviour")));
    }

    /**
     * Sets the faults that are armed at the start, and again after each {@link MockOpenprovider#reset reset}.
     *
     * <pre>{@code MockOptions.defaults().faults(FaultProfile.FLAKY.faults(7));}</pre>
     */
    public MockOptions faults(List<Fault> faults) {
        return with(start.faults(faults));
    }

    /** Returns the faults at the start. */
    public List<Fault> faults() {
        return start.faults();
    }

    /** Sets the clock for tokens, limits and timestamps. */
    public MockOptions clock(InstantSource clock) {
        return with(start.clock(Objects.requireNonNull(clock, "clock")));
    }

    /**
     * Sets the customers that the mock starts with, and has again after each {@link MockOpenprovider#reset reset}. The
     * rules of a create apply: a customer that would be refused prevents the mock from starting.
     *
     * <p>Replies of the real service are taken as they are too: the reply to a {@code GET} or a list with or without its
     * envelope, or an array of such replies. Members that the service derives, such as {@code id}, and members that the
     * mock does not know are then ignored; {@link #ignoredMembers} names them.
     *
     * @param json an array of bodies of {@code POST /customers}, each with a {@code handle} if it is to have a certain one:
     *     {@code [{"handle": "AL000001-GB", "name": {…}, …}, …]}; or replies
     * @throws IllegalArgumentException if it is no such JSON; the message says where and why, without their data
     */
    public MockOptions customers(String json) {
        return customers(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets the same from the bytes of a file, in UTF-8, UTF-16 or UTF-32.
     *
     * @throws IllegalArgumentException if it is no such JSON, or in another encoding
     */
    public MockOptions customers(byte[] json) {
        return with(start.seed(CustomerSeed.read(json)));
    }

    /** Returns the members of the {@link #customers(String) customers} that the mock ignores, each once; at most 50. */
    public List<String> ignoredMembers() {
        return start.seed().map(CustomerSeed::ignored).orElse(List.of());
    }

    /**
     * Makes the tokens of logins the same in every run, and again after each reset, for recorded exchanges. By default
     * they cannot be guessed, and each mock issues others.
     */
    public MockOptions tokenSeed(long seed) {
        return with(start.tokenSeed(seed));
    }

    /**
     * Sets where the mock keeps customers, tags, verifications and tokens: {@code memory}, which is the default; {@code
     * file:DIR} for a directory of this machine, which one process uses at a time; or {@code
     * jdbc:postgresql://HOST/DATABASE} for a database, which several mocks may share. The mock makes the tables itself.
     *
     * <pre>{@code MockOptions.defaults().store("file:build/mock");}</pre>
     *
     * <p>A store that has something from before keeps it: {@link #customers(String) customers} and {@link
     * #documentationCustomer} are stored in a new one, and after a reset. A reset concerns all mocks that share the store.
     *
     * @throws IllegalArgumentException if it is none of these, or the URL has a password
     */
    public MockOptions store(String location) {
        return with(StoreLocation.of(location));
    }

    /** Sets the password of the store's database. The user is a parameter of its URL: {@code ?user=NAME}. */
    public MockOptions storePassword(String password) {
        return with(store.password(password));
    }

    /**
     * Sets a saved state to start with, in a store that is new: see {@link MockOpenprovider#save}. The mock listens when
     * all of it is loaded. A store that has something from before keeps that, and the file is not read.
     *
     * <pre>{@code MockOptions.defaults().load(Path.of("state.jsonl")).store("file:build/mock");}</pre>
     */
    public MockOptions load(Path file) {
        return with(start.saved(Objects.requireNonNull(file, "file")));
    }

    private MockOptions with(StartingState changed) {
        return new MockOptions(listening, changed, store, control);
    }

    StartingState start() {
        return start;
    }

    private MockOptions with(StoreLocation changed) {
        return new MockOptions(listening, start, changed, control);
    }

    /**
     * Sets the file in which the mock saves its whole state when it is closed, and on each request of {@code POST
     * /_handlekit/snapshot/save}. {@link MockOpenprovider#load} brings it back.
     *
     * <pre>{@code MockOptions.defaults().snapshot(Path.of("state.jsonl"));}</pre>
     */
    public MockOptions snapshot(Path file) {
        return with(control.snapshot(file));
    }

    /** Returns where the mock keeps customers, without the parameters of a URL. */
    public String store() {
        return store.toString();
    }

    StoreLocation storeLocation() {
        return store;
    }

    /**
     * Sets the token that the control API requires of every client: {@code Authorization: Bearer …}. Without a token it
     * answers clients on this machine only.
     *
     * @throws IllegalArgumentException if the token is not one word of printable ASCII
     */
    public MockOptions controlToken(String token) {
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException("the control token must be one word of printable ASCII");
        }
        return with(control.token(token));
    }

    /** Sets whether browsers may call the mock, control API included, from pages of any origin. By default they may not. */
    public MockOptions cors(boolean cors) {
        return with(control.cors(cors));
    }

    /**
     * Sets further host names under which clients may call the mock: {@code mock.example.com}, {@code *.example.com} for all
     * names below, or {@code *} for any. Always allowed are addresses, {@code localhost} and names below it, names without
     * a dot, as containers have them, names below {@code internal}, and the host that the mock listens on.
     *
     * <p>A request with another name in its {@code Host} header is refused. A web page of another origin sends such a request
     * if its own name leads to this machine.
     */
    public MockOptions allowedHosts(List<String> names) {
        return with(control.allowedHosts(names));
    }

    /** Returns the further host names under which clients may call the mock. */
    public List<String> allowedHosts() {
        return control.allowedHosts();
    }

    /** Sets whether exchanges are recorded, within bounds. By default they are; otherwise each counts as dropped. */
    public MockOptions journal(boolean journal) {
        return with(control.journal(journal));
    }

    /**
     * Sets a listener that gets each exchange before its answer is sent, on the thread that serves it. It is called by
     * several threads, and must not block. An exception from it is logged by its type, and changes nothing.
     *
     * <pre>{@code MockOptions.defaults().onExchange(exchange -> System.out.println(exchange));}</pre>
     */
    public MockOptions onExchange(Consumer<Exchange> listener) {
        return with(control.listener(Objects.requireNonNull(listener, "listener")));
    }

    /**
     * Sets whether browsers get the inspector at {@code /_handlekit/}: a page that shows what your program did. By default
     * they do, under the conditions of the control API.
     */
    public MockOptions inspector(boolean inspector) {
        return with(control.inspector(inspector));
    }

    private MockOptions with(ControlSettings changed) {
        return new MockOptions(listening, start, store, changed);
    }

    ControlSettings control() {
        return control;
    }

    /** Returns the behaviour at the start. */
    public Behaviour behaviour() {
        return start.behaviour();
    }

    /** Returns the clock. */
    public InstantSource clock() {
        return start.clock();
    }

    /** Returns the token that the control API requires, if there is one. */
    public Optional<String> controlToken() {
        return control.token();
    }

    /** Returns true if browsers may call the mock from pages of any origin. */
    public boolean cors() {
        return control.cors();
    }

    /** Returns true if browsers get the inspector. */
    public boolean inspector() {
        return control.inspector();
    }

    /** Returns true if exchanges are recorded. */
    public boolean journal() {
        return control.journal();
    }

    Listening listening() {
        return listening;
    }

    /** Returns true if the mock starts with the customer of the vendor's articles. */
    public boolean documentationCustomer() {
        return start.documentationCustomer();
    }
}
