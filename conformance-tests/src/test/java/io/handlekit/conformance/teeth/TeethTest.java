package io.handlekit.conformance.teeth;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.docs.GeneratedPage;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.teeth.HomemadeTransport.Habit;
import io.handlekit.conformance.trial.ContractSource;
import io.handlekit.conformance.trial.TransportTrial;
import io.handlekit.http.jdk.JdkTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The contracts catch every broken subject by the rules that docs/teeth.md names. Prints the tables of that page. */
class TeethTest {
    /** This rule counts the threads of the whole JVM, so it runs alone. */
    private static final String ALONE = "T24";

    /** The rules of transports mostly wait, so several run at a time. */
    private static final int TRANSPORTS_AT_A_TIME = 8;

    private static final Map<String, List<BrokenSubject>> TABLES = new LinkedHashMap<>();

    /**
     * The subjects without a fault. JdkContractTest and JdkTransportContractTest run all rules on the sound codec and the
     * sound transport.
     */
    private static final List<BrokenSubject> SOUND = List.of(
            BrokenSubject.port("a sound port", UnaryOperator.identity(), ids(CustomersContract.class)),
            BrokenSubject.wire("a sound codec", FaultyWires.inReplies(data -> {}), "C02", "C04", "C11", "C13"),
            BrokenSubject.transport(
                    "a simple socket transport", () -> new HomemadeTransport(Habit.CLOSES, true), "T07", "T14", "T16"),
            BrokenSubject.transport(
                    "a socket transport that checks kept connections",
                    () -> new HomemadeTransport(Habit.KEEPS_AND_LOOKS, true),
                    "T07",
                    "T14",
                    "T16"),
            BrokenSubject.transport("a library that keeps a thread", FaultyClosing::keepingALibrarysThread, "T24"));

    private static final Map<Trial, Optional<Throwable>> SEEN = new ConcurrentHashMap<>();

    /** A rule run on a subject. */
    private record Trial(BrokenSubject subject, String rule) {
        /** Runs the rule, and a second time if it misses the fault: its values are random, and a fault may be rare. */
        void run() {
            Optional<Throwable> seen = subject.trial().apply(rule);
            SEEN.put(
                    this,
                    seen.isPresent() || SOUND.contains(subject)
                            ? seen
                            : subject.trial().apply(rule));
        }

        /** Returns true if the rule failed by a check of its own, and not by another exception. */
        boolean isCaught() {
            return SEEN.get(this).filter(AssertionError.class::isInstance).isPresent();
        }

        boolean isKeptOrSkipped() {
            return SEEN.get(this)
                    .filter(failure -> !(failure instanceof TestAbortedException))
                    .isEmpty();
        }

        @Override
        public String toString() {
            return subject + ", " + rule + ": "
                    + SEEN.get(this).map(Throwable::toString).orElse("kept");
        }
    }

    private static String[] ids(Class<?> contract) {
        return ContractSource.of(contract).keySet().toArray(String[]::new);
    }

    @BeforeAll
    static void runAllTrials() {
        TABLES.put("Ports", BrokenPorts.all());
        TABLES.put("Codecs", BrokenWires.all());
        TABLES.put("Transports", BrokenTransports.all());
        List<Trial> all = Stream.concat(broken(), trials(SOUND)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(TRANSPORTS_AT_A_TIME);
        try {
            CompletableFuture<Void> transports = start(
                    all.stream()
                            .filter(trial -> trial.rule().startsWith("T")
                                    && !trial.rule().equals(ALONE)),
                    threads);
            start(all.stream().filter(trial -> trial.rule().startsWith("C")), Runnable::run)
                    .join();
            transports.join();
            start(all.stream().filter(trial -> trial.rule().equals(ALONE)), Runnable::run)
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    private static CompletableFuture<Void> start(Stream<Trial> trials, Executor threads) {
        return CompletableFuture.allOf(trials.map(trial -> CompletableFuture.runAsync(trial::run, threads))
                .toArray(CompletableFuture<?>[]::new));
    }

    private static Stream<Trial> broken() {
        return TABLES.values().stream().flatMap(TeethTest::trials);
    }

    private static Stream<Trial> trials(List<BrokenSubject> subjects) {
        return subjects.stream().flatMap(subject -> subject.rules().stream().map(rule -> new Trial(subject, rule)));
    }

    @AfterAll
    static void clear() {
        Stream.of(TABLES, SEEN).forEach(Map::clear);
    }

    @Test
    void every_broken_subject_is_caught_by_the_rules_named() {
        assertThat(broken().filter(trial -> !trial.isCaught())).isEmpty();
    }

    @Test
    void every_rule_catches_a_broken_subject() {
        Set<String> rules = new TreeSet<>();
        Stream.of(CustomersContract.class, TransportContract.class)
                .forEach(contract -> rules.addAll(ContractSource.of(contract).keySet()));

        assertThat(broken().map(Trial::rule).collect(Collectors.toSet())).isEqualTo(rules);
    }

    @Test
    void every_failure_says_what_was_expected_and_what_came() {
        assertThat(broken().map(SEEN::get).flatMap(Optional::stream).map(Throwable::getMessage))
                .allSatisfy(message -> assertThat(message).containsPattern("(?s)expected .*(, got |, but )"));
    }

    @Test
    void a_sound_subject_is_caught_by_no_rule() {
        assertThat(trials(SOUND).filter(trial -> !trial.isKeptOrSkipped())).isEmpty();
    }

    @Test
    void rules_for_what_a_subject_does_not_offer_are_skipped() {
        TransportFixture plain = JdkTransport::new;

        assertThat(Stream.of("T27", "T30", "T31").map(rule -> TransportTrial.of(plain, rule)))
                .allSatisfy(seen -> assertThat(seen).containsInstanceOf(TestAbortedException.class));
    }

    @Test
    void no_subject_of_a_table_is_named_twice() {
        assertThat(TABLES.values())
                .allSatisfy(subjects ->
                        assertThat(subjects).extracting(BrokenSubject::fault).doesNotHaveDuplicates());
    }

    @Test
    void the_page_shows_which_rules_caught_each_subject() throws IOException {
        GeneratedPage.mustSay(
                "teeth.md",
                TABLES.entrySet().stream()
                        .map(table -> table(table.getKey(), table.getValue()))
                        .collect(Collectors.joining()));
    }

    private static String table(String title, List<BrokenSubject> subjects) {
        int width = subjects.stream()
                .mapToInt(subject -> subject.fault().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>(List.of("", "## " + title, ""));
        lines.add(line(width, "broken subject", "caught by"));
        lines.add(line(width, "-".repeat(width), "---"));
        subjects.forEach(subject -> lines.add(line(width, subject.fault(), caughtBy(subject))));
        String table = String.join("\n", lines) + "\n";
        System.out.print(table);
        return table;
    }

    private static String line(int width, String first, String second) {
        return ("| %-" + width + "s | %s |").formatted(first, second);
    }

    private static String caughtBy(BrokenSubject subject) {
        return trials(List.of(subject)).filter(Trial::isCaught).map(Trial::rule).collect(Collectors.joining(", "));
    }
}
