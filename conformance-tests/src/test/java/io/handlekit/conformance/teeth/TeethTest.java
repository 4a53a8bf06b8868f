package io.handlekit.conformance.teeth;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.docs.GeneratedPage;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.teeth.HomemadeTransport.Habit;
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
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

/** The contracts have teeth: they catch every broken subject, by the rules named in docs/teeth.md and here printed. */
@Timeout(300)
class TeethTest {

    /** It counts the threads of the whole JVM. */
    private static final String ALONE = "T24";

    /** Most of them wait. */
    private static final int TRANSPORTS_AT_A_TIME = 8;

    private static final Map<String, List<BrokenSubject>> TABLES = new LinkedHashMap<>();

    /**
     * What the faults are planted in. JdkContractTest and JdkTransportContractTest hold codec and transport to all of
     * their rules.
     */
    private static final List<BrokenSubject> SOUND = List.of(
            BrokenSubject.port("a sound port", UnaryOperator.identity(), ids(CustomersContract.class)),
            BrokenSubject.wire("a sound codec", FaultyWires.inReplies(data -> {}), "C02", "C04", "C11", "C13"),
            BrokenSubject.transport(
                    "a homemade one", () -> new HomemadeTransport(Habit.CLOSES, true), "T07", "T14", "T16"),
            BrokenSubject.transport(
                    "one that looks before it sends",
                    () -> new HomemadeTransport(Habit.KEEPS_AND_LOOKS, true),
                    "T07",
                    "T14",
                    "T16"));

    private static final Map<Trial, Optional<Throwable>> SEEN = new ConcurrentHashMap<>();

    /** A subject held to a rule. */
    private record Trial(BrokenSubject subject, String rule) {
        /** A rule tries at random, and may miss a rare fault once in a while: it gets a second go. */
        void hold() {
            Optional<Throwable> seen = subject.trial().apply(rule);
            SEEN.put(
                    this,
                    seen.isPresent() || SOUND.contains(subject)
                            ? seen
                            : subject.trial().apply(rule));
        }

        /** By its own verdict, and not because something broke on the way to one. */
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
    static void see() {
        TABLES.put("Ports", BrokenPorts.all());
        TABLES.put("Codecs", BrokenWires.all());
        TABLES.put("Transports", BrokenTransports.all());
        List<Trial> all = Stream.concat(broken(), trials(SOUND)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(TRANSPORTS_AT_A_TIME);
        try {
            CompletableFuture<Void> transports = started(
                    all.stream()
                            .filter(trial -> trial.rule().startsWith("T")
                                    && !trial.rule().equals(ALONE)),
                    threads);
            started(all.stream().filter(trial -> trial.rule().startsWith("C")), Runnable::run)
                    .join();
            transports.join();
            started(all.stream().filter(trial -> trial.rule().equals(ALONE)), Runnable::run)
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    private static CompletableFuture<Void> started(Stream<Trial> trials, Executor threads) {
        return CompletableFuture.allOf(trials.map(trial -> CompletableFuture.runAsync(trial::hold, threads))
                .toArray(CompletableFuture<?>[]::new));
    }

    private static Stream<Trial> broken() {
        return TABLES.values().stream().flatMap(TeethTest::trials);
    }

    private static Stream<Trial> trials(List<BrokenSubject> subjects) {
        return subjects.stream().flatMap(subject -> subject.rules().stream().map(rule -> new Trial(subject, rule)));
    }

    @AfterAll
    static void forget() {
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
    void the_document_says_what_was_seen() throws IOException {
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
