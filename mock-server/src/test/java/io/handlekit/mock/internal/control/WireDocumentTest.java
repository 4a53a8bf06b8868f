package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.internal.control.Ledger.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WireDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "wire.md");
    private static final Path PROPOSAL = Path.of("target", "wire.md");
    private static final String START = "<!-- Generated from the ledger: start. -->\n";
    private static final String END = "<!-- Generated from the ledger: end. -->\n";
    private static final Map<String, String> TITLES = titles();

    @Test
    void the_page_matches_the_ledger() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(START) + START.length())
                + presentation()
                + document.substring(document.indexOf(END));
        Files.writeString(PROPOSAL, expected);

        assertThat(document)
                .as("docs/wire.md differs from the ledger; copy mock-server/target/wire.md to docs/wire.md")
                .isEqualTo(expected);
    }

    @Test
    void every_subject_has_a_title() {
        assertThat(Ledger.get().entries()).extracting(WireDocumentTest::subject).allMatch(TITLES::containsKey);
    }

    private static String presentation() {
        Map<String, List<Entry>> subjects = Ledger.get().entries().stream()
                .collect(Collectors.groupingBy(WireDocumentTest::subject, LinkedHashMap::new, Collectors.toList()));
        return "\n" + counts()
                + subjects.entrySet().stream()
                        .map(subject -> table(subject.getKey(), subject.getValue()))
                        .collect(Collectors.joining())
                + "\n";
    }

    /** Returns a table of the number of lines of each grade, for all lines and for each version. */
    private static String counts() {
        Ledger ledger = Ledger.get();
        List<String> grades = List.copyOf(ledger.counts().keySet()).stream()
                .map(Ledger.Grade::word)
                .toList();
        return "| lines | number | " + String.join(" | ", grades) + " |\n|---|" + "---|".repeat(grades.size() + 1)
                + "\n"
                + counts("all", ledger.counts())
                + counts("that hold for v1", ledger.counts(ApiVersion.V1))
                + counts("that hold for v1beta", ledger.counts(ApiVersion.V1BETA))
                + share(ledger.counts(ApiVersion.V1));
    }

    private static String counts(String which, Map<Ledger.Grade, Long> counts) {
        return "| " + which + " | " + sum(counts) + " | "
                + counts.values().stream().map(String::valueOf).collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String share(Map<Ledger.Grade, Long> v1) {
        return "\nOf the " + sum(v1) + " lines that hold for v1, the vendor documents "
                + v1.get(Ledger.Grade.DOCUMENTED) + ", " + v1.get(Ledger.Grade.OBSERVED)
                + " were recorded or observed, a client author noted " + v1.get(Ledger.Grade.NOTED) + ", "
                + v1.get(Ledger.Grade.INFERRED) + " are inferred, and " + v1.get(Ledger.Grade.ASSUMED)
                + " are assumed.\nA line for both may rest on evidence of v1beta, because the vendor calls v1 functionally"
                + " identical; its source says so if it\nwas recorded at v1.\n";
    }

    private static long sum(Map<Ledger.Grade, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String table(String subject, List<Entry> entries) {
        return "\n### " + TITLES.get(subject)
                + "\n\n| line | behaviour | grade | versions | evidence |\n|---|---|---|---|---|\n"
                + entries.stream().map(WireDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Entry entry) {
        String option = entry.switchName()
                .map(name ->
                        " (`--" + name + "`, default `" + entry.defaultWord().orElse("") + "`)")
                .orElse("");
        return "| `" + entry.id() + "` | " + cell(entry.what()) + option + " | "
                + entry.grade().word() + " | " + entry.versions().word() + " | " + cell(entry.source()) + " |\n";
    }

    /** Escapes Markdown's special characters. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("_", "\\_");
    }

    private static String subject(Entry entry) {
        return entry.id().substring(0, entry.id().indexOf('.'));
    }

    private static Map<String, String> titles() {
        return Map.ofEntries(
                Map.entry("route", "Routes"),
                Map.entry("envelope", "Envelope"),
                Map.entry("status", "Statuses of errors, by version"),
                Map.entry("login", "Logins"),
                Map.entry("token", "Tokens"),
                Map.entry("limits", "Limits"),
                Map.entry("form", "Forms"),
                Map.entry("tags", "Tags"),
                Map.entry("create", "Create"),
                Map.entry("handle", "Handles"),
                Map.entry("update", "Update"),
                Map.entry("get", "Read"),
                Map.entry("delete", "Delete"),
                Map.entry("list", "List"),
                Map.entry("verification", "Verification of e-mail addresses"),
                Map.entry("spec", "Fields of a top-level domain"),
                Map.entry("tld", "Data for top-level domains"),
                Map.entry("input", "Odd requests"),
                Map.entry("store", "Stores that last or are shared"),
                Map.entry("deviation", "Where our OpenAPI document differs from the vendor's schemas"));
    }
}
