package io.handlekit.conformance;

import io.handlekit.customers.NewCustomer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.opentest4j.TestAbortedException;

/**
 * Clients that start at the same moment, each with commands of its own, on a few customers that are all there by then.
 * What each sees has to be possible if every call took effect at one moment between its start and its end.
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
    private static final int MOST_CUSTOMERS = 2;
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

    /** Programs of two to four clients with up to four commands each, on one customer or two. */
    public static Arbitrary<ConcurrentProgram> arbitrary() {
        Arbitrary<List<List<Command>>> clients = CommandArbitraries.callsOfOne(MOST_CUSTOMERS)
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
     * Creates the customers, runs all clients at once, and looks for an order of the calls that explains what they saw.
     *
     * @param fixture the implementation
     * @throws AssertionError if there is none, with the calls and the program
     * @throws TestAbortedException if there are too many orders to look at all of them
     */
    public void run(CustomersFixture fixture) {
        List<Trace> traces = drafts.stream()
                .map(draft -> new Trace(fixture, new Subject(fixture.customers()).create(draft)))
                .toList();
        try {
            runClients(traces);
            traces.forEach(Trace::mustBeExplained);
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\n" + this, failed);
        }
    }

    private void runClients(List<Trace> traces) {
        CyclicBarrier start = new CyclicBarrier(clients.size());
        List<Callable<Object>> runs = clients.stream()
                .<Callable<Object>>map(commands -> () -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    commands.forEach(
                            command -> traces.get(place(command, traces.size())).run(command));
                    return commands;
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            for (Future<Object> run : threads.invokeAll(runs)) {
                run.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getMessage(), failed);
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
