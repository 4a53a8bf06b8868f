package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final String START = "<!-- From here on the ledger speaks. -->\n";
    private static final String END = "<!-- Here the ledger ends. -->\n";
    private static final Map<String, String> TITLES = titles();

    @Test
    void it_presents_the_ledger_as_it_is() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(START) + START.length())
                + presentation()
                + document.substring(document.indexOf(END));
        Files.writeString(PROPOSAL, expected);

        assertThat(document)
                .as("docs/wire.md and the ledger differ; mock-server/target/wire.md has what it should be")
                .isEqualTo(expected);
    }

    @Test
    void every_subject_has_a_title() {
        assertThat(Ledger.get().entries()).extracting(WireDocumentTest::subject).allMatch(TITLES::containsKey);
    }

    private static String presentation() {
        Map<String, List<Entry>> subjects = Ledger.get().entries().stream()
                .collect(Collectors.groupingBy(WireDocumentTest::subject, LinkedHashMap::new, Collectors.toList()));
        String counts = Ledger.get().counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
        return "\n" + Ledger.get().entries().size() + " lines: " + counts + ".\n"
                + subjects.entrySet().stream()
                        .map(subject -> table(subject.getKey(), subject.getValue()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String table(String subject, List<Entry> entries) {
        return "\n### " + TITLES.get(subject)
                + "\n\n| line | what the mock does | grade | how we know |\n|---|---|---|---|\n"
                + entries.stream().map(WireDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Entry entry) {
        String option = entry.switchName()
                .map(name ->
                        " (`--" + name + "`, default `" + entry.defaultWord().orElse("") + "`)")
                .orElse("");
        return "| `" + entry.id() + "` | " + cell(entry.what()) + option + " | "
                + entry.grade().word() + " | " + cell(entry.source()) + " |\n";
    }

    /** What Markdown would take for something else. */
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
                Map.entry("spec", "What a top-level domain asks for"),
                Map.entry("tld", "Data for top-level domains"),
                Map.entry("input", "Odd requests"),
                Map.entry("deviation", "Where our OpenAPI document differs from the vendor's schemas"));
    }
}
