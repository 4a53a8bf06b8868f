package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Account;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.control.Ledger.Entry;
import io.handlekit.mock.internal.control.Ledger.Grade;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import tools.jackson.databind.JsonNode;

class LedgerTest extends ApiTest {
    /** Deviations from the vendor's schemas are proved in the conformance tests, which read those schemas. */
    private static final String PROVED_ELSEWHERE = "deviation.";

    private static final List<Entry> ENTRIES = Ledger.get().entries();

    @Test
    void every_line_has_a_unique_id_a_sentence_and_a_source() {
        assertThat(ENTRIES)
                .extracting(Entry::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+\\.[a-z0-9_.-]+"));
        assertThat(ENTRIES).extracting(Entry::what).doesNotContain("");
        assertThat(ENTRIES).extracting(Entry::source).doesNotContain("");
    }

    @Test
    void a_line_of_both_versions_gives_no_status_for_an_error_of_the_service_because_the_versions_differ() {
        assertThat(ENTRIES)
                .filteredOn(entry -> entry.versions() == Ledger.Versions.BOTH)
                .extracting(Entry::what)
                .noneMatch(what -> what.matches("The service answers [^;.]* with HTTP [45].*"));
    }

    @Test
    void every_switch_has_one_line_with_its_default() {
        List<String> ofTheCode = Stream.concat(
                        Switch.all().stream()
                                .map(which -> Switch.name(which) + "="
                                        + Behaviour.defaults().get(which).word()),
                        Stream.of(
                                "account="
                                        + Behaviour.defaults()
                                                .account()
                                                .map(Account::user)
                                                .orElse("any"),
                                "numbering-start=" + Behaviour.defaults().numberingStart()))
                .toList();

        assertThat(ENTRIES.stream()
                        .filter(entry -> entry.switchName().isPresent())
                        .map(entry -> entry.switchName().get() + "="
                                + entry.defaultWord().orElse("?")))
                .containsExactlyInAnyOrderElementsOf(ofTheCode);
    }

    @Test
    void every_line_is_proved_by_a_test_and_every_proved_line_exists() throws Exception {
        Set<String> lines = new TreeSet<>();
        ENTRIES.stream()
                .map(Entry::id)
                .filter(id -> !id.startsWith(PROVED_ELSEWHERE))
                .forEach(lines::add);

        assertThat(proved()).isEqualTo(lines);
    }

    private static Set<String> proved() throws IOException, ClassNotFoundException {
        Set<String> proved = new TreeSet<>();
        Path classes = Path.of("target", "test-classes");
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = classes.relativize(file).toString();
            if (name.endsWith(".class")) {
                Class<?> type = Class.forName(name.replace(".class", "").replace(File.separatorChar, '.'));
                for (Method method : type.getDeclaredMethods()) {
                    Proves proves = method.getAnnotation(Proves.class);
                    if (proves != null) {
                        assertThat(isRun(method)).as(method.toString()).isTrue();
                        proved.addAll(List.of(proves.value()));
                    }
                }
            }
        }
        return proved;
    }

    private static boolean isRun(Method method) {
        boolean isTest = method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class)
                || method.isAnnotationPresent(Property.class);
        return isTest && !method.isAnnotationPresent(Disabled.class);
    }

    @Test
    void the_build_prints_the_counts_by_grade_and_version() {
        String text = Ledger.get().toString();
        String counts = text.substring(text.indexOf("\n" + ENTRIES.size() + " entries: ") + 1);
        System.out.println("Ledger: " + counts.replace("\n", "\nLedger: "));

        assertThat(counts.lines()).hasSize(1 + ApiVersion.values().length);
    }

    @Test
    void a_line_for_both_versions_counts_for_each() {
        assertThat(Ledger.get().of(ApiVersion.V1)).extracting(Entry::id).contains("route.customers", "status.token");
        assertThat(Ledger.get().of(ApiVersion.V1BETA))
                .extracting(Entry::id)
                .contains("route.customers", "status.v1beta")
                .doesNotContain("status.token");
    }

    @Test
    void it_is_served_with_its_counts_and_without_a_token() {
        JsonNode ledger = client.at("/_handlekit/ledger");

        assertThat(ledger.path("entries").size()).isEqualTo(ENTRIES.size());
        assertThat(ledger.path("counts").size()).isEqualTo(Grade.values().length);
        for (Grade grade : Grade.values()) {
            assertThat(ledger.path("counts").path(grade.word()).longValue())
                    .isEqualTo(ENTRIES.stream()
                            .filter(entry -> entry.grade() == grade)
                            .count())
                    .isPositive();
        }
        for (ApiVersion version : ApiVersion.values()) {
            JsonNode counts = ledger.path("counts_by_version").path(version.word());
            Ledger.get()
                    .counts(version)
                    .forEach((grade, count) ->
                            assertThat(counts.path(grade.word()).longValue()).isEqualTo(count));
        }
        assertThat(ledger.path("entries").path(0).path("versions").stringValue())
                .isEqualTo(ENTRIES.get(0).versions().word());
        assertThat(mock.exchanges()).isEmpty();
    }
}
