package io.handlekit.mock;

import io.handlekit.customers.CustomerHandle;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All that a mock remembers, and what puts it back to the start. Safe for several threads. */
final class State {
    static final CustomerHandle DOCUMENTATION_HANDLE = new CustomerHandle("XX123456-XX");

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
    private final Faults faults = new Faults();
    private volatile Waiting waiting = new Waiting();
    private final Metrics metrics = new Metrics();

    State(MockOptions options) {
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
    Behaviour behaviour() {
        return behaviour;
    }

    /** Changes how the mock behaves, for all requests that come after it. */
    synchronized Behaviour behaviour(UnaryOperator<Behaviour> change) {
        behaviour = change.apply(behaviour);
        return behaviour;
    }

    ForwardClock clock() {
        return clock;
    }

    AccountTags tags() {
        return tags;
    }

    EmailVerifications verifications() {
        return verifications;
    }

    Engine engine() {
        return engine;
    }

    CallLimits limits() {
        return limits;
    }

    Tokens tokens() {
        return tokens;
    }

    Journal journal() {
        return journal;
    }

    Faults faults() {
        return faults;
    }

    /** What ends the calls that are struck from now on. */
    Waiting waiting() {
        return waiting;
    }

    Metrics metrics() {
        return metrics;
    }

    /** Nothing goes wrong any more, and calls that were struck are ended. */
    synchronized void clearFaults() {
        faults.set(List.of());
        Waiting before = waiting;
        waiting = new Waiting();
        before.end();
    }

    /** Everything as it was at the start. */
    synchronized void reset() {
        clearFaults();
        behaviour(any -> options.behaviour());
        clock.reset();
        limits.reset();
        tokens.reset();
        journal.clear();
        clearCustomers();
    }

    /** Customers, tags and verifications as they were at the start; nothing else changes. */
    synchronized void clearCustomers() {
        tags.clear();
        verifications.clear();
        engine.reset(this::putFirst);
    }

    private void putFirst(Engine fresh) {
        if (options.documentationCustomer()) {
            byte[] json = Resources.bytes(DOCUMENTATION_CUSTOMER);
            fresh.put(DOCUMENTATION_HANDLE, WireReader.create(Body.parse(json), null), Optional.of(json));
        }
        options.seed().ifPresent(seed -> fresh.seed(options.behaviour(), seed));
    }
}
