package io.handlekit.conformance.programs;

import io.handlekit.conformance.arbitraries.PlainCustomers;
import io.handlekit.conformance.fixture.Check;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.fixture.Subject;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.opentest4j.TestAbortedException;

/**
 * Customers who are all created at the same moment, and then clients that start at the same moment, each with commands
 * of its own for those customers. Every customer is who was asked for, under a handle of its own; and what each client
 * sees has to be possible if every call took effect at one moment between its start and its end.
 *
 * <pre>{@code
 * new ConcurrentProgram(List.of(draft), List.of(List.of(new Update(0, changes)), List.of(new Get(0)))).run(fixture);
 * }</pre>
 *
 * @param drafts the customers, without errors
 * @param clients the commands of each client: {@link Command.Update} without errors, {@link Command.Get} and {@link
 *     Command.Delete}; 60 of them at most
 */
public record ConcurrentProgram(List<NewCustomer> drafts, List<List<Command>> clients) {
    private static final int MOST_CUSTOMERS = 4;
    private static final int PICKS = 2;
    private static final int FEWEST_CLIENTS = 2;
    private static final int MOST_CLIENTS = 4;
    private static final int MOST_COMMANDS = 4;
    private static final int MOST_IN_ALL = 60;
    private static final int PATIENCE_SECONDS = 60;

    /**
     * Copies what is given.
     *
     * @throws IllegalArgumentException if there is no customer, a command that is none of the three, or one too many
     */
    public ConcurrentProgram {
        drafts = List.copyOf(drafts);
        clients = clients.stream().map(List::copyOf).toList();
        List<Command> all = clients.stream().flatMap(List::stream).toList();
        if (drafts.isEmpty() || all.size() > MOST_IN_ALL || !all.stream().allMatch(ConcurrentProgram::isOfOne)) {
            throw new IllegalArgumentException("clients update, get and delete, up to 60 times, somebody who is there");
        }
    }

    private static boolean isOfOne(Command command) {
        return command instanceof Command.Update || command instanceof Command.Get || command instanceof Command.Delete;
    }

    /** Programs of up to four customers, and of two to four clients with up to four commands each for two of them. */
    public static Arbitrary<ConcurrentProgram> arbitrary() {
        Arbitrary<List<List<Command>>> clients = CommandArbitraries.callsOfOne(PICKS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_COMMANDS)
                .list()
                .ofMinSize(FEWEST_CLIENTS)
                .ofMaxSize(MOST_CLIENTS);
        return Combinators.combine(
                        PlainCustomers.validDrafts().list().ofMinSize(1).ofMaxSize(MOST_CUSTOMERS), clients)
                .as(ConcurrentProgram::new);
    }

    /**
     * Creates the customers at once, runs all clients at once, and looks for an order of the calls that explains what
     * they saw.
     *
     * @param fixture the implementation
     * @throws AssertionError if there is none, or a customer is not who was asked for, with the calls and the program
     * @throws TestAbortedException if there are too many orders to look at all of them
     */
    public void run(CustomersFixture fixture) {
        try {
            List<CallHistory> traces = created(fixture);
            atOnce(clients.stream().<Callable<Object>>map(commands -> () -> run(commands, traces)));
            traces.forEach(CallHistory::mustBeExplained);
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\n" + this, failed);
        }
    }

    private List<CallHistory> created(CustomersFixture fixture) {
        Subject subject = new Subject(fixture.customers());
        List<CustomerHandle> handles =
                atOnce(drafts.stream().<Callable<CustomerHandle>>map(draft -> () -> subject.create(draft)));
        Check.beEqual(drafts.size(), Set.copyOf(handles).size(), "the handles of the customers created at once");
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> new CallHistory(fixture, handles.get(i), drafts.get(i)))
                .toList();
    }

    private static List<Command> run(List<Command> commands, List<CallHistory> traces) {
        commands.forEach(command -> traces.get(place(command, traces.size())).run(command));
        return commands;
    }

    /** What comes of each, in their order, when they start together. */
    private static <T> List<T> atOnce(Stream<Callable<T>> calls) {
        List<Callable<T>> all = calls.toList();
        CyclicBarrier start = new CyclicBarrier(all.size());
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<T>> running = all.stream()
                    .map(call -> threads.submit(() -> {
                        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return call.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new AssertionError(cause.getMessage(), cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int place(Command command, int customers) {
        int pick = command instanceof Command.Update update
                ? update.pick()
                : command instanceof Command.Get get ? get.pick() : ((Command.Delete) command).pick();
        return Math.floorMod(pick, customers);
    }

    /** Java that makes this program, its generated customers included. */
    @Override
    public String toString() {
        String customers = drafts.stream().map(JavaText::of).collect(Collectors.joining(",\n                "));
        Stream<String> commands = clients.stream()
                .map(client -> client.stream()
                        .map(JavaText::of)
                        .collect(Collectors.joining(",\n                ", "List.of(", ")")));
        return "new ConcurrentProgram(\n        List.of(" + customers + "),\n        "
                + commands.collect(Collectors.joining(",\n        ", "List.of(", "))"));
    }
}
