package io.handlekit.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.docs.GeneratedPage;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the outcome of each operation under each fault, and that docs/faults.md lists it. */
@Timeout(300)
class FaultTableTest {
    private static final Map<String, List<FaultCase>> TABLES = new LinkedHashMap<>();
    private static final Map<FaultCase, List<String>> JDK = new LinkedHashMap<>();
    private static final Map<FaultCase, List<String>> VERTX = new LinkedHashMap<>();

    @BeforeAll
    static void call_under_every_fault() throws IOException {
        TABLES.put("On the wire", FaultCases.onTheWay());
        TABLES.put("In the reply", FaultCases.inTheReply());
        TABLES.put("In the answer", FaultCases.inTheAnswer());
        try (HttpTransport jdk = new JdkTransport();
                HttpTransport vertx = new VertxTransport()) {
            Map<FaultCase, Calls> late = new LinkedHashMap<>();
            for (FaultCase fault : faults()) {
                if (fault.isLate()) {
                    late.put(fault, Calls.start(fault, jdk, vertx));
                }
            }
            for (FaultCase fault : faults()) {
                try (Calls calls = fault.isLate() ? late.get(fault) : Calls.start(fault, jdk, vertx)) {
                    JDK.put(fault, calls.onJdk().outcomes());
                    VERTX.put(fault, calls.onVertx().outcomes());
                }
            }
        }
    }

    /** Calls under one fault. Those that wait for their deadline are started before all others, to wait together. */
    private record Calls(FaultyCalls onJdk, FaultyCalls onVertx) implements AutoCloseable {
        static Calls start(FaultCase fault, HttpTransport jdk, HttpTransport vertx) throws IOException {
            return new Calls(FaultyCalls.start(fault, jdk), FaultyCalls.start(fault, vertx));
        }

        @Override
        public void close() throws IOException {
            onJdk.close();
            onVertx.close();
        }
    }

    @AfterAll
    static void clear() {
        Stream.of(TABLES, JDK, VERTX).forEach(Map::clear);
    }

    private static List<FaultCase> faults() {
        return TABLES.values().stream().flatMap(List::stream).toList();
    }

    @Test
    void both_transports_report_every_fault_alike() {
        assertThat(JDK).isEqualTo(VERTX);
    }

    @Test
    void every_fault_has_a_name_of_its_own() {
        assertThat(faults()).extracting(FaultCase::name).doesNotHaveDuplicates();
    }

    @Test
    void the_page_lists_the_outcomes_seen_here() throws IOException {
        GeneratedPage.mustSay(
                "faults.md",
                TABLES.entrySet().stream()
                        .map(table -> table(table.getKey(), table.getValue()))
                        .collect(Collectors.joining()));
    }

    private static String table(String title, List<FaultCase> faults) {
        return "\n## " + title + "\n\n| fault | " + String.join(" | ", FaultyCalls.OPERATIONS)
                + " |\n|---|" + "---|".repeat(FaultyCalls.OPERATIONS.size()) + "\n"
                + faults.stream()
                        .map(fault -> "| " + fault.name() + " | " + String.join(" | ", JDK.get(fault)) + " |\n")
                        .collect(Collectors.joining());
    }
}
