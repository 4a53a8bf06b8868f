package io.handlekit.conformance.programs;

import io.handlekit.conformance.arbitraries.CustomerTexts;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.fixture.Outcome;
import io.handlekit.conformance.fixture.Subject;
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
 * The calls for one customer, each with when it began and ended and with what it saw; and whether there is an order of
 * them that explains it all. Calls may be made by several threads.
 */
public final class CallHistory {
    private static final int MOST_STEPS = 100_000;

    private final CustomersFixture fixture;
    private final CustomerHandle handle;
    private final int mostSteps;
    private final CustomerTexts start;
    private final AtomicLong moments = new AtomicLong();
    private final List<Event> events = new ArrayList<>();
    private final Set<Step> tried = new HashSet<>();

    /** The trace of a customer who was created as this draft, and whom nobody else knows yet. */
    public CallHistory(CustomersFixture fixture, CustomerHandle handle, NewCustomer draft) {
        this(fixture, handle, draft, MOST_STEPS);
    }

    public CallHistory(CustomersFixture fixture, CustomerHandle handle, NewCustomer draft, int mostSteps) {
        this.mostSteps = mostSteps;
        this.fixture = fixture;
        this.handle = handle;
        start = CustomerTexts.of(new Subject(fixture.customers()).get(handle));
        start.mustBe(CustomerTexts.of(draft));
    }

    /**
     * A call that is over.
     *
     * @param began the moment before it
     * @param ended the moment after it
     * @param command what was asked for
     * @param known whether the handle was known
     * @param read what was read, if it was a read
     */
    private record Event(long began, long ended, Command command, boolean known, Optional<CustomerTexts> read) {
        /** When it was, what was asked for, and in what the customer read is another than at the start. */
        String shown(CustomerTexts start) {
            String seen = read.map(leaves -> ", read " + (leaves.is(start) ? "as at the start" : leaves.unlike(start)))
                    .orElse("");
            return began + " to " + ended + ": " + command + (known ? seen : ", not known");
        }

        /** Whether it can have seen what it saw with this customer there, or with none. */
        boolean isPossibleWith(Optional<CustomerTexts> there) {
            return known == there.isPresent()
                    && read.flatMap(seen -> there.map(seen::is)).orElse(true);
        }

        /** What is there after it. */
        Optional<CustomerTexts> after(Optional<CustomerTexts> there) {
            if (command instanceof Command.Delete) {
                return Optional.empty();
            }
            return command instanceof Command.Update update
                    ? there.map(leaves -> leaves.after(update.changes()))
                    : there;
        }

        @Override
        public String toString() {
            return began + " to " + ended + ": " + command;
        }
    }

    /**
     * Where a search has been: which events are accounted for, and what is there then.
     *
     * @param done a bit for each event
     * @param there the customer, unless deleted
     */
    private record Step(long done, Optional<CustomerTexts> there) {
        @Override
        public String toString() {
            return Long.toBinaryString(done);
        }
    }

    /** Makes the call, whichever customer it picks, and keeps what it saw. */
    public void run(Command command) {
        long began = moments.incrementAndGet();
        Outcome<?> outcome = call(command);
        long ended = moments.incrementAndGet();
        boolean known = outcome.failure().isEmpty();
        if (!known) {
            outcome.mustNotKnow(handle);
        }
        Optional<CustomerTexts> read = known && command instanceof Command.Get
                ? Optional.of(CustomerTexts.of((Customer) outcome.value()))
                : Optional.empty();
        add(new Event(began, ended, command, known, read));
    }

    private Outcome<?> call(Command command) {
        if (command instanceof Command.Update update) {
            return Outcome.of(() -> fixture.customers().update(handle, update.changes()));
        }
        return command instanceof Command.Delete
                ? Outcome.of(() -> fixture.customers().delete(handle))
                : Outcome.of(() -> fixture.customers().get(handle));
    }

    private synchronized void add(Event event) {
        events.add(event);
    }

    /** Asks for an order in which each call sees what those before it have left, up to what is there now. */
    public synchronized void mustBeExplained() {
        Optional<CustomerTexts> now = fixture.stored(handle).map(CustomerTexts::of);
        long moment = moments.incrementAndGet();
        events.add(new Event(moment, moment, new Command.Get(0), now.isPresent(), now));
        if (!isExplained(0, Optional.of(start))) {
            throw new AssertionError("no order of these calls for " + handle + " explains what they saw:\n"
                    + events.stream().map(event -> event.shown(start)).collect(Collectors.joining("\n")));
        }
    }

    /**
     * Tries each call next that began before all those to come had ended: one of them took effect first.
     *
     * @param done a bit for each event that is accounted for
     * @param there what is there after them
     */
    private boolean isExplained(long done, Optional<CustomerTexts> there) {
        if (Long.bitCount(done) == events.size()) {
            return true;
        }
        if (!tried.add(new Step(done, there))) {
            return false;
        }
        if (tried.size() > mostSteps) {
            throw new TestAbortedException("not all orders of " + events.size() + " calls were looked at");
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
