package io.handlekit.conformance.programs;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.check.CallOutcome;
import io.handlekit.conformance.internal.check.Subject;
import io.handlekit.conformance.internal.texts.CustomerTexts;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opentest4j.TestAbortedException;

/**
 * The calls for one customer, each with its begin, its end and what it returned. It finds out whether the calls could
 * have returned the same one after the other. Several threads may make calls.
 */
final class CallHistory {
    private static final int MOST_STEPS = 100_000;

    private final CustomersFixture fixture;
    private final CustomerHandle handle;
    private final int mostSteps;
    private final CustomerTexts start;
    private final AtomicLong moments = new AtomicLong();
    private final List<Event> events = new ArrayList<>();
    private final Set<Step> tried = new HashSet<>();

    /** Starts the history of a customer that was created as this draft and not changed since. */
    CallHistory(CustomersFixture fixture, CustomerHandle handle, NewCustomer draft) {
        this(fixture, handle, draft, MOST_STEPS);
    }

    /** Starts it with another bound for the search. */
    CallHistory(CustomersFixture fixture, CustomerHandle handle, NewCustomer draft, int mostSteps) {
        this.mostSteps = mostSteps;
        this.fixture = fixture;
        this.handle = handle;
        start = CustomerTexts.of(new Subject(fixture.customers()).get(handle));
        start.verifyMatches(CustomerTexts.of(draft));
    }

    /**
     * A call that is over.
     *
     * @param began the moment before the call
     * @param ended the moment after the call
     * @param command the command
     * @param known whether the handle was known
     * @param read the customer that a read returned
     */
    private record Event(long began, long ended, Command command, boolean known, Optional<CustomerTexts> read) {
        /** Returns a line for a message: the moments, the command, and how the customer read differs from the start. */
        String shown(CustomerTexts start) {
            String seen = read.map(texts -> ", read "
                            + (texts.matches(start)
                                    ? "the customer as created"
                                    : "a customer with " + texts.difference(start)))
                    .orElse("");
            return began + " to " + ended + ": " + command + (known ? seen : ", unknown handle");
        }

        /** Returns true if the call returns what it returned when the service has this customer, or none. */
        boolean isPossibleWith(Optional<CustomerTexts> there) {
            return known == there.isPresent()
                    && read.flatMap(seen -> there.map(seen::matches)).orElse(true);
        }

        /** Returns the customer after the call, if there is one. */
        Optional<CustomerTexts> after(Optional<CustomerTexts> there) {
            if (command instanceof Command.Delete) {
                return Optional.empty();
            }
            return command instanceof Command.Update update ? there.map(texts -> texts.after(update.changes())) : there;
        }

        @Override
        public String toString() {
            return began + " to " + ended + ": " + command;
        }
    }

    /**
     * A state of the search: the calls that have taken effect, and the customer after them.
     *
     * @param done a bit for each call
     * @param there the customer, unless deleted
     */
    private record Step(long done, Optional<CustomerTexts> there) {
        @Override
        public String toString() {
            return Long.toBinaryString(done);
        }
    }

    /** Makes the call for this customer, whatever its pick is, and records what it returned. */
    void run(Command command) {
        long began = moments.incrementAndGet();
        CallOutcome<?> outcome = call(command);
        long ended = moments.incrementAndGet();
        boolean known = outcome.failure().isEmpty();
        if (!known) {
            outcome.verifyUnknown(handle);
        }
        Optional<CustomerTexts> read = known && command instanceof Command.Get
                ? Optional.of(CustomerTexts.of((Customer) outcome.value()))
                : Optional.empty();
        add(new Event(began, ended, command, known, read));
    }

    private CallOutcome<?> call(Command command) {
        if (command instanceof Command.Update update) {
            return CallOutcome.of(
                    "update(" + handle + ")", () -> fixture.customers().update(handle, update.changes()));
        }
        return command instanceof Command.Delete
                ? CallOutcome.of(
                        "delete(" + handle + ")", () -> fixture.customers().delete(handle))
                : CallOutcome.of(
                        "get(" + handle + ")", () -> fixture.customers().get(handle));
    }

    private synchronized void add(Event event) {
        events.add(event);
    }

    /**
     * Verifies that there is an order of the calls in which each returns what the calls before it left, and after which
     * the service has what it has now.
     *
     * @throws TestAbortedException if the search is given up before all orders have been tried
     */
    synchronized void verifyExplained() {
        Optional<CustomerTexts> now = fixture.stored(handle).map(CustomerTexts::of);
        long moment = moments.incrementAndGet();
        events.add(new Event(moment, moment, new Command.Get(0), now.isPresent(), now));
        if (!isExplained(0, Optional.of(start))) {
            throw new AssertionError("expected the calls for " + handle
                    + " to return what they would one after the other in some order, but no order explains:\n"
                    + events.stream().map(event -> event.shown(start)).collect(Collectors.joining("\n")));
        }
    }

    /**
     * Tries each call that can be next: it began before any of the remaining calls ended.
     *
     * @param done a bit for each call that has taken effect
     * @param there the customer after those calls, unless deleted
     */
    private boolean isExplained(long done, Optional<CustomerTexts> there) {
        if (Long.bitCount(done) == events.size()) {
            return true;
        }
        if (!tried.add(new Step(done, there))) {
            return false;
        }
        if (tried.size() > mostSteps) {
            throw new TestAbortedException("gave up before trying all orders of " + events.size() + " calls");
        }
        IntStream left = IntStream.range(0, events.size()).filter(i -> !isIn(done, i));
        long firstEnd = left.mapToLong(i -> events.get(i).ended()).min().orElseThrow();
        return IntStream.range(0, events.size())
                .filter(i -> !isIn(done, i) && events.get(i).began() <= firstEnd)
                .filter(i -> events.get(i).isPossibleWith(there))
                .anyMatch(i -> isExplained(done | 1L << i, events.get(i).after(there)));
    }

    private static boolean isIn(long done, int event) {
        return (done & 1L << event) != 0;
    }
}
