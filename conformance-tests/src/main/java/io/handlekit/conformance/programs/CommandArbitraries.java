package io.handlekit.conformance.programs;

import io.handlekit.conformance.fixture.ServiceControl.Moment;
import io.handlekit.customers.CustomerChanges;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of commands. */
final class CommandArbitraries {
    private CommandArbitraries() {}

    /** Returns commands that call the port, with picks below this number. */
    static Arbitrary<Command> calls(int picks) {
        return Arbitraries.frequencyOf(
                Tuple.of(5, PlainCustomers.drafts().map(Command.Create::new)),
                Tuple.of(5, updates(picks, PlainCustomers.changes())),
                Tuple.of(1, PlainCustomers.changes().map(Command.UpdateUnknown::new)),
                Tuple.of(3, picks(picks).map(Command.Get::new)),
                Tuple.of(1, picks(picks).map(Command.ListOne::new)),
                Tuple.of(1, Arbitraries.just(new Command.ListAll())),
                Tuple.of(2, picks(picks).map(Command.Delete::new)));
    }

    /** Returns updates, reads and deletes of known customers, the commands of a {@link ConcurrentProgram}. */
    static Arbitrary<Command> callsOfOne(int picks) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, updates(picks, PlainCustomers.validChanges())),
                Tuple.of(4, picks(picks).map(Command.Get::new)),
                Tuple.of(1, picks(picks).map(Command.Delete::new)));
    }

    /** Returns commands that disturb the service: failing creates, expired tokens and a moved clock. */
    static Arbitrary<Command> disturbances() {
        Arbitrary<Duration> times = Arbitraries.of(
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofHours(47),
                Duration.ofDays(3));
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Combinators.combine(PlainCustomers.validDrafts(), Arbitraries.of(Moment.values()))
                                .as(Command.CreateFailing::new)),
                Tuple.of(1, Arbitraries.just(new Command.ExpireTokens())),
                Tuple.of(1, times.map(Command.MoveClock::new)));
    }

    private static Arbitrary<Command> updates(int picks, Arbitrary<CustomerChanges> changes) {
        return Combinators.combine(picks(picks), changes).as(Command.Update::new);
    }

    private static Arbitrary<Integer> picks(int picks) {
        return Arbitraries.integers().between(0, picks - 1);
    }
}
