package io.handlekit.benchmarks.mock;

import static io.handlekit.benchmarks.mock.Goal.atMost;

import io.handlekit.benchmarks.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The benchmark of the stores. It measures the mock on each store in turn, and writes the tables into docs/scaling.md.
 * Arguments: the root of the project, a folder for files, and the number of runs.
 */
public final class StoreBenchmark {
    private static final String MEMORY = "memory";
    private static final String H2 = "H2";
    private static final String ONE = "PostgreSQL, one mock";
    private static final String TWO = "PostgreSQL, two mocks";
    private static final List<String> CALLS = List.of("create", "get", "update", "list of 100");
    private static final List<String> FIGURES = List.of("calls/s", "p50 ms", "p99 ms", "processor us of the mock");
    private static final List<String> AMONG = List.of(
            "get",
            "list by handle",
            "list by prefix of handle, 100 matches",
            "list by prefix of e-mail, 3 letters",
            "list by prefix of e-mail, 2 letters",
            "list without a filter",
            "create");

    private final StorePlan plan;
    private final Measurement measured = new Measurement();
    private final StoreScenarios scenarios;
    private final Path root;

    private StoreBenchmark(StorePlan plan, Path root, Path folder, Jdk jdk) {
        this.plan = plan;
        this.root = root;
        Path jar = root.resolve("mock-server/target/handlekit-mock.jar");
        scenarios = new StoreScenarios(plan, measured, jdk.home(), jar, folder);
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws IOException {
        StorePlan plan = StorePlan.of(Integer.parseInt(args[2]));
        Path folder = Files.createDirectories(Path.of(args[1]));
        Jdk jdk = Jdk.all().get(0);
        StoreBenchmark benchmark = new StoreBenchmark(plan, Path.of(args[0]), folder, jdk);
        try (Databases databases = Databases.start()) {
            for (int run = 0; run < plan.runs(); run++) {
                benchmark.calls(databases);
            }
            for (int size : plan.sizes()) {
                benchmark.scenarios.among(size, databases);
            }
        }
        benchmark.write(jdk);
    }

    private void calls(Databases databases) throws IOException {
        scenarios.calls(MEMORY, "memory", 1);
        scenarios.calls(H2, "file:" + scenarios.freshFolder(), 1);
        for (String title : List.of(ONE, TWO)) {
            String database = databases.fresh();
            scenarios.calls(title, databases.url(database), title.equals(ONE) ? 1 : 2);
            databases.drop(database);
        }
    }

    private void write(Jdk jdk) throws IOException {
        String text = "\nMeasured on " + LocalDate.now(ZoneOffset.UTC) + " on " + Cores.model() + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, mocks on JDK " + jdk.version() + ".\n\n"
                + "| goal | bound | measured | |\n|---|---|---|---|\n"
                + goals().stream().map(goal -> goal.line(measured)).collect(Collectors.joining())
                + "\n" + callsTable() + "\n" + sizesTable();
        System.out.println(text);
        if (!plan.isTrial()) {
            Path page = root.resolve("docs/scaling.md");
            Files.writeString(page, GeneratedPart.replaced(Files.readString(page), "stores", text));
        }
    }

    private List<Goal> goals() {
        String largest = title(plan.sizes().get(plan.sizes().size() - 1));
        List<Goal> goals = new ArrayList<>();
        for (String figure : List.of("p50 ms", "processor us of the mock")) {
            goals.add(atMost(3, "create on H2, " + figure + ", of memory", "create, " + figure, H2, MEMORY));
        }
        AMONG.stream()
                .filter(call -> call.contains("prefix") || call.endsWith("handle"))
                .forEach(call ->
                        goals.add(atMost(50, call + " among " + largest + ", p99 ms", call + ", p99 ms", largest, "")));
        return goals;
    }

    private String callsTable() {
        StringBuilder table = new StringBuilder("| call | store | " + String.join(" | ", FIGURES) + " |\n|---|---|"
                + "---|".repeat(FIGURES.size()) + "\n");
        for (String call : CALLS) {
            for (String store : List.of(MEMORY, H2, ONE, TWO)) {
                table.append(row(
                        call + " | " + store,
                        FIGURES.stream()
                                .map(figure -> measured.median(call + ", " + figure, store))
                                .toList()));
            }
        }
        return table.toString();
    }

    private String sizesTable() {
        List<String> titles = plan.sizes().stream().map(StoreBenchmark::title).toList();
        StringBuilder table = new StringBuilder("| one mock on PostgreSQL, one connection, ms: p50 and p99 | "
                + titles.stream().map(title -> "among " + title + " | ").collect(Collectors.joining("| "))
                + "|\n|---|" + "---|".repeat(2 * titles.size()) + "\n");
        for (String call : AMONG) {
            table.append(row(
                    call,
                    IntStream.range(0, 2 * titles.size())
                            .mapToObj(at ->
                                    measured.median(call + (at % 2 == 0 ? ", p50 ms" : ", p99 ms"), titles.get(at / 2)))
                            .toList()));
        }
        return table.toString();
    }

    private static String row(String name, List<Double> values) {
        return "| " + name + " | " + values.stream().map(Measurement::shown).collect(Collectors.joining(" | "))
                + " |\n";
    }

    /** Returns a number of customers as the tables show it. */
    static String title(int size) {
        return String.format(Locale.ROOT, "%,d", size);
    }
}
