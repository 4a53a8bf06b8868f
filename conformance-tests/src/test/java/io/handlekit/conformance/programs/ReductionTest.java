package io.handlekit.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.conformance.programs.Command.Create;
import io.handlekit.conformance.programs.Command.Delete;
import io.handlekit.conformance.programs.Command.Get;
import io.handlekit.conformance.programs.Command.ListAll;
import io.handlekit.conformance.programs.Command.MoveClock;
import io.handlekit.conformance.programs.Command.Update;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** A failing program is made short by a fixed, bounded number of runs, whatever the machine. */
class ReductionTest {
    private final AssertionError failure = new AssertionError("failed");
    private static final NewCustomer DRAFT = PlainCustomers.LEAST.toBuilder()
            .vat("NL123456789B01")
            .comments("noted")
            .build();
    private static final CustomerChanges CHANGES = CustomerChanges.builder()
            .email("grace@example.com")
            .comments("noted since")
            .build();

    @Test
    void only_the_commands_that_matter_are_left_with_the_simplest_values() {
        Program failing = Program.of(
                new ListAll(),
                new Create(DRAFT),
                new Get(3),
                new Create(DRAFT),
                new MoveClock(Duration.ofDays(3)),
                new Update(3, CHANGES),
                new Get(1),
                new Delete(2),
                new ListAll());

        Program shortest =
                failing.reduced(failure, failingIf(ReductionTest::setsAnEmail)).shortest();

        assertThat(shortest)
                .isEqualTo(Program.of(
                        new Create(PlainCustomers.LEAST),
                        new Update(
                                0,
                                CustomerChanges.builder()
                                        .email("grace@example.com")
                                        .build())));
    }

    /** A customer, and after it an update of an e-mail address. */
    private static boolean setsAnEmail(Program program) {
        List<Command> commands = program.commands();
        return IntStream.range(0, commands.size())
                .filter(i -> commands.get(i) instanceof Update update
                        && !update.changes().email().isKeep())
                .anyMatch(i -> commands.subList(0, i).stream().anyMatch(Create.class::isInstance));
    }

    private static Consumer<Program> failingIf(Predicate<Program> fails) {
        return program -> {
            if (fails.test(program)) {
                throw new AssertionError("failed");
            }
        };
    }

    @Test
    void the_same_failing_program_gives_the_same_lines_and_runs_each_time() {
        JqwikSession.run(() -> Program.disturbed()
                .sampleStream()
                .filter(ReductionTest::setsAnEmail)
                .limit(20)
                .forEach(failing -> {
                    Reduction<Program> first = failing.reduced(failure, failingIf(ReductionTest::setsAnEmail));
                    Reduction<Program> second = failing.reduced(failure, failingIf(ReductionTest::setsAnEmail));

                    assertThat(second.shortest()).hasToString(first.shortest().toString());
                    assertThat(second.runs()).isEqualTo(first.runs()).isLessThanOrEqualTo(Reduction.MOST_RUNS);
                    assertThat(first.shortest().commands()).hasSize(2);
                }));
    }

    @Test
    void the_number_of_runs_is_bounded_even_if_there_is_always_something_simpler() {
        AtomicInteger runs = new AtomicInteger();
        Consumer<Integer> alwaysFailing = number -> {
            runs.incrementAndGet();
            throw new AssertionError("failed with " + number);
        };

        Reduction<Integer> reduction =
                new Reduction<>(0, failure, alwaysFailing, number -> Stream.of(number + 1), 1).run();

        assertThat(runs).hasValue(Reduction.MOST_RUNS);
        assertThat(reduction.failure("0"))
                .hasMessage("reduced from 0 in %d runs; failed with %d", Reduction.MOST_RUNS, Reduction.MOST_RUNS / 2);
    }

    @Test
    void a_program_that_fails_at_times_is_run_several_times_before_it_counts_as_one_that_does_not() {
        List<Integer> runs = new ArrayList<>();
        Consumer<Integer> failingInEachThirdRun = number -> {
            runs.add(number);
            if (number > 0 && runs.stream().filter(number::equals).count() % 3 == 0) {
                throw new AssertionError("failed with " + number);
            }
        };

        Reduction<Integer> reduction = new Reduction<>(
                        2,
                        failure,
                        failingInEachThirdRun,
                        number -> Stream.of(number - 1).filter(i -> i >= 0),
                        5)
                .run();

        assertThat(reduction.shortest()).isEqualTo(1);
        assertThat(runs).containsExactly(1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void a_program_that_fails_only_once_is_not_taken_for_a_shorter_one() {
        AtomicInteger runs = new AtomicInteger();
        Consumer<Integer> failingAtFirst = number -> {
            if (runs.getAndIncrement() == 0) {
                throw new AssertionError("failed by accident");
            }
        };

        Reduction<Integer> reduction = new Reduction<>(1, failure, failingAtFirst, number -> Stream.of(0), 5).run();

        assertThat(reduction.shortest()).isEqualTo(1);
    }

    @Test
    void a_program_whose_call_never_returned_is_not_run_again() {
        AssertionError hang = new AssertionError("no outcome", new TimeoutException());
        Program failing = Program.of(new Create(DRAFT), new Get(0));

        Reduction<Program> reduction = failing.reduced(hang, program -> {
            throw new IllegalStateException("run");
        });

        assertThat(reduction.shortest()).isEqualTo(failing);
        assertThat(reduction.runs()).isZero();
        assertThat(reduction.failure("2 commands")).isSameAs(hang);
    }

    @Test
    void a_program_that_is_skipped_or_breaks_otherwise_is_not_taken_for_a_shorter_one() {
        Program failing = Program.of(new ListAll(), new Get(0));

        assertThat(failing.reduced(failure, program -> {
                            throw new IllegalStateException("broken otherwise");
                        })
                        .shortest())
                .isEqualTo(failing);
    }

    @Test
    void concurrent_clients_are_reduced_too() {
        ConcurrentProgram failing = new ConcurrentProgram(
                List.of(DRAFT, DRAFT, DRAFT),
                List.of(
                        List.of(new Get(1), new Update(1, CHANGES), new Get(0)),
                        List.of(new Delete(1), new Get(1)),
                        List.of(new Get(0))));
        Consumer<ConcurrentProgram> trial = program -> {
            List<Command> all = program.clients().stream().flatMap(List::stream).toList();
            if (all.stream().anyMatch(Update.class::isInstance) && all.stream().anyMatch(Delete.class::isInstance)) {
                throw new AssertionError("failed");
            }
        };

        Reduction<ConcurrentProgram> reduction = failing.reduced(failure, trial);

        assertThat(reduction.shortest())
                .isEqualTo(new ConcurrentProgram(
                        List.of(PlainCustomers.LEAST),
                        List.of(List.of(new Update(0, CustomerChanges.builder().build())), List.of(new Delete(0)))));
        assertThat(reduction.runs()).isLessThanOrEqualTo(Reduction.MOST_RUNS);
    }

    @Test
    void a_failing_run_is_reported_with_what_it_was_reduced_from() {
        Program failing = Program.of(new ListAll(), new Create(DRAFT), new Get(0));
        ReferenceCustomers model = new ReferenceCustomers();

        assertThatThrownBy(() -> failing.runAndReduce(new ForgettingFixture(model)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("reduced from 3 commands in ")
                .hasMessageContaining("runs; after the last command: whether the service has ")
                .hasMessageContaining("""
                        Program.of(
                                new Create(NewCustomer.builder()""");
    }
}
