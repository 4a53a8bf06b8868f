package io.handlekit.conformance.programs;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.texts.JavaText;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.opentest4j.TestAbortedException;

/**
 * Commands that run one after the other on an implementation and on {@link ReferenceCustomers}. The outcomes must agree,
 * and so must the customers that both have in the end.
 *
 * <pre>{@code
 * Program.of(new Create(draft), new Delete(0), new Update(0, changes)).run(() -> customers);
 * }</pre>
 *
 * <p>{@link #toString} returns Java: paste the program that a failed rule prints into a test, and it fails there again.
 *
 * @param commands the commands, in order
 */
public record Program(List<Command> commands) {
    private static final int MOST_COMMANDS = 15;
    private static final int PICKS = 4;

    /** Copies the list. */
    public Program {
        commands = List.copyOf(commands);
    }

    /** Returns a program of these commands, in order. */
    public static Program of(Command... commands) {
        return new Program(List.of(commands));
    }

    /** Returns programs of up to 15 commands, with valid and invalid drafts, for a service that works. */
    public static Arbitrary<Program> undisturbed() {
        return calls().list().ofMaxSize(MOST_COMMANDS).map(Program::new);
    }

    /** Returns the same programs for a service that fails, whose tokens expire and whose clock moves. */
    public static Arbitrary<Program> disturbed() {
        return Arbitraries.frequencyOf(Tuple.of(3, calls()), Tuple.of(2, CommandArbitraries.disturbances()))
                .list()
                .ofMaxSize(MOST_COMMANDS)
                .map(Program::new);
    }

    private static Arbitrary<Command> calls() {
        return CommandArbitraries.calls(PICKS);
    }

    /**
     * Runs the program on an implementation and on a fresh model. The comments of the created customers start with a mark
     * of this run, which messages show as {@code <mark>}, so other customers in the service do not matter. The customers
     * are not deleted.
     *
     * @param fixture the implementation
     * @throws AssertionError if the two disagree, with the command and the program
     * @throws TestAbortedException if a command needs what the fixture does not offer
     */
    public void run(CustomersFixture fixture) {
        ModelComparison both = new ModelComparison(fixture);
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            explained("command " + (i + 1) + " of " + commands.size(), () -> both.run(command));
        }
        explained("after the last command", both::verifyStored);
    }

    /**
     * Runs the program, and if it fails, looks for the shortest program that still fails: without runs of commands, then
     * without single ones, then with simpler values. Runs at most 500 programs for that.
     *
     * @param fixture the implementation
     * @throws AssertionError if the two disagree, with the command and the shortest program found
     * @throws TestAbortedException if a command needs what the fixture does not offer
     */
    public void runAndReduce(CustomersFixture fixture) {
        try {
            run(fixture);
        } catch (AssertionError failed) {
            throw reduced(failed, program -> program.run(fixture)).failure(commands.size() + " commands");
        }
    }

    /** Looks for the shortest program for which the trial fails. */
    Reduction<Program> reduced(AssertionError failed, Consumer<Program> trial) {
        return new Reduction<>(this, failed, trial, Program::simpler, 1).run();
    }

    private Stream<Program> simpler() {
        return Stream.concat(Simpler.lists(commands), Simpler.elements(commands, Simpler::commands))
                .map(Program::new);
    }

    private void explained(String where, Runnable step) {
        try {
            step.run();
        } catch (AssertionError failed) {
            throw new AssertionError(where + ": " + failed.getMessage() + "\n" + this, failed);
        }
    }

    /** Returns a Java expression that makes this program, including its customers. */
    @Override
    public String toString() {
        return commands.stream()
                .map(command -> JavaText.indented(8, CommandText.of(command)))
                .collect(Collectors.joining(",\n        ", "Program.of(\n        ", ")"));
    }
}
