package io.handlekit.conformance.programs;

import io.handlekit.conformance.fixture.CustomersFixture;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.opentest4j.TestAbortedException;

/**
 * Commands that are run one after the other on an implementation and on {@link ReferenceCustomers}, whose outcomes have
 * to agree, and so has what is there in the end.
 *
 * <pre>{@code
 * Program.of(new Create(draft), new Delete(0), new Update(0, changes)).run(() -> customers);
 * }</pre>
 *
 * <p>A program's text is Java: what a failed rule prints can be pasted into a test, and fails there again.
 *
 * @param commands the commands, in order
 */
public record Program(List<Command> commands) {
    private static final int MOST_COMMANDS = 15;
    private static final int PICKS = 4;

    /** Copies what is given. */
    public Program {
        commands = List.copyOf(commands);
    }

    /** These commands, in order. */
    public static Program of(Command... commands) {
        return new Program(List.of(commands));
    }

    /** Programs of up to 15 commands, with valid and invalid drafts, that a service lives through undisturbed. */
    public static Arbitrary<Program> undisturbed() {
        return calls().list().ofMaxSize(MOST_COMMANDS).map(Program::new);
    }

    /** The same, with a service that fails, whose tokens expire, and whose clock moves. */
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
     * Runs it on an implementation and on a fresh model. The customers that it makes carry a mark of their own at the
     * start of their comments, by which they are told from all others. They are left behind.
     *
     * @param fixture the implementation
     * @throws AssertionError if they do not agree, with the command and the program
     * @throws TestAbortedException if a command needs what the fixture does not offer
     */
    public void run(CustomersFixture fixture) {
        ModelComparison both = new ModelComparison(fixture);
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            explaining("command " + (i + 1) + " of " + commands.size(), () -> both.run(command));
        }
        explaining("after the last command", both::mustHoldTheSame);
    }

    private void explaining(String where, Runnable step) {
        try {
            step.run();
        } catch (AssertionError failed) {
            throw new AssertionError(where + ": " + failed.getMessage() + "\n" + this, failed);
        }
    }

    /** Java that makes this program, its generated customers included. */
    @Override
    public String toString() {
        return commands.stream()
                .map(JavaText::of)
                .collect(Collectors.joining(",\n        ", "Program.of(\n        ", ")"));
    }
}
