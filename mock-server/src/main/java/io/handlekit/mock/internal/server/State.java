package io.handlekit.mock.internal.server;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.internal.base.ForwardClock;
import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.internal.control.Metrics;
import io.handlekit.mock.internal.engine.AccountTags;
import io.handlekit.mock.internal.engine.CallLimits;
import io.handlekit.mock.internal.engine.EmailVerifications;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.engine.Tokens;
import io.handlekit.mock.internal.faults.ArmedFaults;
import io.handlekit.mock.internal.faults.PendingCalls;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.CustomerReader;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All that a mock remembers, and what puts it back to the start. Safe for several threads. */
public final class State {
    public static final CustomerHandle DOCUMENTATION_HANDLE = new CustomerHandle("XX123456-XX");

    private static final long MEMORY = Runtime.getRuntime().maxMemory();

    /** A third of the memory there is; the journal has a bound of its own. */
    private static final long MOST_BYTES = MEMORY / 3;

    private static final String DOCUMENTATION_CUSTOMER = "documentation-customer.json";

    private final MockOptions options;
    private volatile Behaviour behaviour;
    private final ForwardClock clock;
    private final AccountTags tags = new AccountTags();
    private final EmailVerifications verifications;
    private final Engine engine;
    private final CallLimits limits;
    private final Tokens tokens;
    private final Journal journal;
    private final ArmedFaults faults = new ArmedFaults();
    private volatile PendingCalls waiting = new PendingCalls();
    private final Metrics metrics = new Metrics();

    public State(MockOptions options) {
        this.options = options;
        behaviour = options.behaviour();
        clock = new ForwardClock(options.clock());
        verifications = new EmailVerifications(clock);
        engine = new Engine(clock, MOST_BYTES, tags, verifications);
        limits = new CallLimits(clock);
        tokens = new Tokens(clock, limits);
        journal = new Journal(options.control().journal(), MEMORY);
        reset();
    }

    /** How the mock behaves at this moment. Whoever answers a request asks once, and keeps to it. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** Changes how the mock behaves, for all requests that come after it. */
    public synchronized Behaviour behaviour(UnaryOperator<Behaviour> change) {
        behaviour = change.apply(behaviour);
        return behaviour;
    }

    public ForwardClock clock() {
        return clock;
    }

    AccountTags tags() {
        return tags;
    }

    public EmailVerifications verifications() {
        return verifications;
    }

    public Engine engine() {
        return engine;
    }

    CallLimits limits() {
        return limits;
    }

    Tokens tokens() {
        return tokens;
    }

    public Journal journal() {
        return journal;
    }

    public ArmedFaults faults() {
        return faults;
    }

    /** What ends the calls that are struck from now on. */
    PendingCalls waiting() {
        return waiting;
    }

    public Metrics metrics() {
        return metrics;
    }

    /** Nothing goes wrong any more, and calls that were struck are ended. */
    public synchronized void clearFaults() {
        faults.set(List.of());
        PendingCalls before = waiting;
        waiting = new PendingCalls();
        before.end();
    }

    /** Everything as it was at the start. */
    public synchronized void reset() {
        clearFaults();
        behaviour(any -> options.behaviour());
        clock.reset();
        limits.reset();
        tokens.reset();
        journal.clear();
        clearCustomers();
    }

    /** Customers, tags and verifications as they were at the start; nothing else changes. */
    public synchronized void clearCustomers() {
        tags.clear();
        verifications.clear();
        engine.reset(this::putFirst);
    }

    private void putFirst(Engine fresh) {
        if (options.documentationCustomer()) {
            byte[] json = Resources.bytes(DOCUMENTATION_CUSTOMER);
            fresh.put(DOCUMENTATION_HANDLE, CustomerReader.create(Body.parse(json), null), Optional.of(json));
        }
        options.seed().ifPresent(seed -> fresh.seed(options.behaviour(), seed));
    }
}
