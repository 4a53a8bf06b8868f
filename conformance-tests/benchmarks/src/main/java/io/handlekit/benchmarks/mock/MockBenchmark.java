package io.handlekit.benchmarks.mock;

import static io.handlekit.benchmarks.mock.Goal.atLeast;
import static io.handlekit.benchmarks.mock.Goal.atMost;

import io.handlekit.benchmarks.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The benchmark of the mock. It measures the mock and its peers in turn, and writes the tables into docs/performance.md.
 * Arguments: the root of the project, the folder with the peers' jars, and the number of runs.
 */
public final class MockBenchmark {
    private static final String MOCK = "Handlekit mock";
    private static final String BARE = "bare Javalin";
    private static final String WIREMOCK = "WireMock";
    private static final String LAUNCHER = "launcher";
    private static final String WITHOUT_JOURNAL = "--journal=off";

    private final Plan plan;
    private final Measurement measured = new Measurement();
    private final Path root;
    private final Path peers;
    private final Path log;
    private final List<String> notMeasured = new ArrayList<>();

    private MockBenchmark(Plan plan, Path root, Path peers) {
        this.plan = plan;
        this.root = root;
        this.peers = peers;
        log = peers.resolveSibling("benchmark.log");
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws IOException {
        Plan plan = Plan.of(Integer.parseInt(args[2]));
        MockBenchmark benchmark = new MockBenchmark(plan, Path.of(args[0]), Path.of(args[1]));
        List<Jdk> jdks = Jdk.all();
        Cores.takeTheSecond();
        new Scenarios(plan, new Measurement(), jdks.get(0), benchmark.log).warmTheLoad();
        for (int run = 0; run < plan.runs(); run++) {
            for (Jdk jdk : jdks) {
                benchmark.run(jdk, jdk.equals(jdks.get(0)));
            }
        }
        benchmark.once(jdks.get(0));
        benchmark.write(jdks.get(0));
    }

    private Peer mock(String... options) {
        return Peer.mock(root.resolve("mock-server/target/handlekit-mock.jar"), options);
    }

    private Peer launcher() throws IOException {
        try (Stream<Path> unpacked = Files.list(peers.resolveSibling("distribution"))) {
            return Peer.launcher(unpacked.findFirst().orElseThrow());
        }
    }

    private Peer wireMock() {
        return Peer.wireMock(
                peers.resolve("wiremock-standalone.jar"),
                root.resolve("conformance-tests/benchmarks/src/main/wiremock"));
    }

    /** Measures everybody once, one after the other. */
    private void run(Jdk jdk, boolean withOthers) throws IOException {
        Scenarios scenarios = new Scenarios(plan, measured, jdk, log);
        List<Peer> ours = List.of(mock(), Peer.bareJavalin());
        ours.forEach(peer -> attempt(() -> scenarios.calls(peer), peer));
        if (withOthers) {
            List.of(wireMock(), mock(WITHOUT_JOURNAL)).forEach(peer -> attempt(() -> scenarios.creates(peer), peer));
        }
        List<Peer> starting = new ArrayList<>(ours);
        starting.add(wireMock());
        starting.add(launcher());
        attempt(() -> scenarios.archive(launcher()), launcher());
        for (Peer peer : starting) {
            attempt(() -> scenarios.start(peer.withJvm()), peer);
        }
    }

    /** Measures what takes long, or hardly varies, once. */
    private void once(Jdk jdk) {
        Scenarios scenarios = new Scenarios(plan, measured, jdk, log);
        Peer mockServer = Peer.mockServer(peers.resolve("mockserver.jar"));
        attempt(() -> scenarios.creates(mockServer), mockServer);
        attempt(() -> Embedded.measure(jdk, measured), mock());
        Peer large = mock().withJvm("-Xms5g", "-Xmx5g");
        attempt(() -> scenarios.growth(large), large);
    }

    /** Runs a step. If it fails, the table says so and the others are still measured. */
    private void attempt(Step step, Peer peer) {
        try {
            step.run();
        } catch (IOException | RuntimeException failed) {
            notMeasured.add(peer.title() + ": " + failed.getMessage());
            System.out.println(peer.title() + " failed: " + failed);
        }
    }

    private void write(Jdk newest) throws IOException {
        String jdk = "JDK " + newest.version() + ", ";
        StringBuilder text = new StringBuilder(
                "\nMeasured on " + LocalDate.now(ZoneOffset.UTC) + " on " + Cores.describe() + ".\n\n");
        text.append("| goal | bound | measured | |\n|---|---|---|---|\n");
        goals(jdk).forEach(goal -> text.append(goal.line(measured)));
        text.append('\n').append(measured.table());
        notMeasured.forEach(line -> text.append("\nNot measured: ")
                .append(line.lines().findFirst().orElse(""))
                .append('\n'));
        System.out.println(text);
        if (!plan.isTrial()) {
            Path page = root.resolve("docs/performance.md");
            Files.writeString(page, GeneratedPart.replaced(Files.readString(page), "mock", text.toString()));
        }
    }

    private static List<Goal> goals(String jdk) {
        String rate = ", requests/s";
        String after10 = jdk + "POST after 10 s";
        String after60 = jdk + "POST after 60 s";
        String start = jdk + "first create, ms";
        String memory = jdk + "memory after start, MiB";
        String few = jdk + "POST among few" + rate;
        String thousand = jdk + "GET among a thousand" + rate;
        return List.of(
                atLeast(0.8, "POST after 10 s, of the bare Javalin", after10 + rate, MOCK, BARE),
                atLeast(0.85, "POST after 60 s, of the bare Javalin", after60 + rate, MOCK, BARE),
                atLeast(6, "POST after 10 s, of WireMock", after10 + rate, MOCK, WIREMOCK),
                atLeast(4, "POST after 60 s, of WireMock", after60 + rate, MOCK, WIREMOCK),
                atMost(2, "p99 of POST after 60 s, of the bare Javalin", after60 + ", p99 ms", MOCK, BARE),
                atLeast(0.8, "POST on JDK 17 after 10 s", "JDK 17, POST after 10 s" + rate, MOCK, BARE),
                atLeast(0.85, "POST on JDK 17 after 60 s", "JDK 17, POST after 60 s" + rate, MOCK, BARE),
                atLeast(0.8, "PUT", jdk + "PUT" + rate, MOCK, BARE),
                atLeast(0.9, "GET", jdk + "GET" + rate, MOCK, BARE),
                atLeast(0.25, "list of 100", jdk + "list of 100" + rate, MOCK, BARE),
                atMost(0.35, "first create with the launcher, of WireMock", start, LAUNCHER, WIREMOCK),
                atMost(1.1, "first create with the plain jar, of the bare Javalin", start, MOCK, BARE),
                atMost(15, "embedded start after the first, ms", jdk + "embedded start after the first, ms", MOCK, ""),
                atMost(1, "reset, ms", jdk + "reset, ms", MOCK, ""),
                atMost(0.8, "memory after start with the launcher, of WireMock", memory, LAUNCHER, WIREMOCK),
                atMost(0.8, "memory after start with the plain jar, of WireMock", memory, MOCK, WIREMOCK),
                atMost(
                        400,
                        "bytes of a customer beyond its JSON",
                        jdk + "bytes of a customer beyond its JSON",
                        MOCK,
                        ""),
                new Goal("POST among a million", jdk + "POST among a million" + rate, MOCK, few, MOCK, false, 0.9),
                new Goal("GET among a million", jdk + "GET among a million" + rate, MOCK, thousand, MOCK, false, 0.9),
                atMost(
                        20_000,
                        "list of 100 by prefix among a million, processor us",
                        jdk + "list of 100 by prefix among a million, processor us a request",
                        MOCK,
                        ""),
                new Goal(
                        "POST with the journal on, of off",
                        after60 + rate,
                        MOCK,
                        after60 + rate,
                        MOCK + " " + WITHOUT_JOURNAL,
                        false,
                        0.95));
    }

    private interface Step {
        void run() throws IOException;
    }
}
