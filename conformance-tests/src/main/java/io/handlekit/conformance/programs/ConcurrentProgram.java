package io.handlekit.conformance.programs;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.check.Subject;
import io.handlekit.conformance.internal.texts.JavaText;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.opentest4j.TestAbortedException;

/**
 * Customers that are created at the same moment, and then clients that start at the same moment, each with its own
 * commands for those customers. Every customer must be created as asked for, under its own handle. What the clients see
 * must be possible if each call takes effect at one moment between its start and its end.
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
    private static final int RUNS_OF_EACH = 10;
    private static final int PATIENCE_SECONDS = 60;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no customer, another kind of command, or more than 60 commands
     */
    public ConcurrentProgram {
        drafts = List.copyOf(drafts);
        clients = clients.stream().map(List::copyOf).toList();
        List<Command> all = clients.stream().flatMap(List::stream).toList();
        if (drafts.isEmpty() || all.size() > MOST_IN_ALL || !all.stream().allMatch(ConcurrentProgram::isOfOne)) {
            throw new IllegalArgumentException(
                    "expected at least one customer and at most 60 commands, each an Update, Get or Delete");
        }
    }

    private static boolean isOfOne(Command command) {
        return command instanceof Command.Update || command instanceof Command.Get || command instanceof Command.Delete;
    }

    /** Returns programs of up to four customers, and two to four clients with up to four commands for two of them. */
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
     * they returned. What happens depends on how threads are scheduled, so the program is run up to ten times, until it
     * fails.
     *
     * @param fixture the implementation
     * @throws AssertionError if no order does, or a customer is not as asked for, with the calls and the program
     * @throws TestAbortedException if there are too many orders to try all of them
     */
    public void run(CustomersFixture fixture) {
        for (int i = 0; i < RUNS_OF_EACH; i++) {
            runOnce(fixture);
        }
    }

    private void runOnce(CustomersFixture fixture) {
        try {
            List<CallHistory> histories = created(fixture);
            atOnce(clients.stream().<Callable<Object>>map(commands -> () -> run(commands, histories)));
            histories.forEach(CallHistory::verifyExplained);
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\n" + this, failed);
        }
    }

    /**
     * Runs the program once, and if it fails, looks for the shortest program that still fails. Each candidate is run up
     * to ten times, since it may fail in some runs only; all of them together are run at most 500 times.
     *
     * @param fixture the implementation
     * @throws AssertionError if the program fails, with the calls and the shortest program found
     * @throws TestAbortedException if there are too many orders to try all of them
     */
    public void runAndReduce(CustomersFixture fixture) {
        try {
            runOnce(fixture);
        } catch (AssertionError failed) {
            throw reduced(failed, program -> program.runOnce(fixture))
                    .failure(drafts.size() + " customers and " + clients.size() + " clients");
        }
    }

    /** Looks for the shortest program for which the trial fails. */
    Reduction<ConcurrentProgram> reduced(AssertionError failed, Consumer<ConcurrentProgram> trial) {
        return new Reduction<>(this, failed, trial, ConcurrentProgram::simpler, RUNS_OF_EACH).run();
    }

    private Stream<ConcurrentProgram> simpler() {
        Stream<List<List<Command>>> fewer =
                Stream.concat(Simpler.lists(clients), Simpler.elements(clients, Simpler::lists));
        Stream<List<List<Command>>> simpler =
                Simpler.elements(clients, client -> Simpler.elements(client, Simpler::commands));
        Stream<List<NewCustomer>> customers = Stream.concat(
                Simpler.lists(drafts).filter(fewerDrafts -> !fewerDrafts.isEmpty()),
                Simpler.elements(drafts, Simpler::drafts));
        return Stream.of(
                        fewer.map(shorter -> new ConcurrentProgram(drafts, shorter)),
                        customers.map(others -> new ConcurrentProgram(others, clients)),
                        simpler.map(others -> new ConcurrentProgram(drafts, others)))
                .flatMap(programs -> programs);
    }

    private List<CallHistory> created(CustomersFixture fixture) {
        Subject subject = new Subject(fixture.customers());
        List<CustomerHandle> handles =
                atOnce(drafts.stream().<Callable<CustomerHandle>>map(draft -> () -> subject.create(draft)));
        Check.equal(drafts.size(), Set.copyOf(handles).size(), "the number of handles of customers created at once");
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> new CallHistory(fixture, handles.get(i), drafts.get(i)))
                .toList();
    }

    private static List<Command> run(List<Command> commands, List<CallHistory> histories) {
        commands.forEach(
                command -> histories.get(customerOf(command, histories.size())).run(command));
        return commands;
    }

    /** Starts all calls together and returns their results in order. */
    private static <T> List<T> atOnce(Stream<Callable<T>> calls) {
        List<Callable<T>> all = calls.toList();
        if (all.isEmpty()) {
            return List.of();
        }
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
            throw new AssertionError("interrupted while clients were running", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int customerOf(Command command, int customers) {
        int pick = command instanceof Command.Update update
                ? update.pick()
                : command instanceof Command.Get get ? get.pick() : ((Command.Delete) command).pick();
        return Math.floorMod(pick, customers);
    }

    /** Returns a Java expression that makes this program, including its customers. */
    @Override
    public String toString() {
        Stream<String> commands = clients.stream().map(client -> list(client.stream(), CommandText::of));
        String all = list(drafts.stream(), JavaText::of) + ",\n" + list(commands, client -> client) + ")";
        return JavaText.indented(8, "new ConcurrentProgram(\n" + all);
    }

    private static <T> String list(Stream<T> elements, Function<T, String> text) {
        String lines = elements.map(text).collect(Collectors.joining(",\n"));
        return "List.of(" + (lines.isEmpty() ? "" : JavaText.indented(8, "\n" + lines)) + ")";
    }
}
