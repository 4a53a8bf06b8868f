package io.handlekit.conformance.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.customers.tld.TldRule;
import io.handlekit.customers.tld.TldRule.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The vendor's articles on top-level domains, compared with the table of the core as {@code tld-articles.txt} maps it. */
final class TldArticles {
    private static final Pattern ARTICLE_NUMBER = Pattern.compile("\\d{11,}");

    private final JsonNode material;

    TldArticles(JsonNode material) {
        this.material = material;
    }

    private record Row(String tld, String number, String level, String place) {
        static Row of(String line) {
            List<String> parts = List.of(line.split(" \\| "));
            return new Row(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
        }

        boolean is(String kind) {
            return place.startsWith(kind + " ");
        }

        String text() {
            return place.substring(place.indexOf(' ') + 1);
        }

        String entry() {
            return tld + " | " + number + " | " + level;
        }
    }

    void compare() throws IOException {
        List<Row> rows = rows();
        List<String> entries = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (JsonNode entry : material.path("entries")) {
            String tld = entry.path("tld").stringValue();
            int number = numbers.merge(tld, 1, Integer::sum);
            entries.add(tld + " | " + number + " | " + entry.path("level").stringValue());
        }
        assertThat(numbers).hasSize(47);
        assertThat(rows).extracting(Row::entry).isEqualTo(entries).hasSize(129);
        for (int i = 0; i < rows.size(); i++) {
            compare(rows.get(i), material.path("entries").get(i));
        }
    }

    private static void compare(Row row, JsonNode entry) {
        TldRequirements requirements = TldRequirements.of(row.tld());
        if (row.is("note")) {
            assertThat(requirements.notes())
                    .as(row.entry())
                    .anyMatch(note -> note.contains(row.text()) && names(note, entry));
        } else if (row.is("rule")) {
            TldRule rule = requirements.rules().stream()
                    .filter(candidate -> candidate.toString().equals(row.text()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(row + " is not in " + requirements.rules()));
            assertThat(names(rule.sources().toString(), entry)).as(row.entry()).isTrue();
            assertStrength(row, rule);
        } else {
            assertThat(row.is("reason")).as(row.entry()).isTrue();
        }
    }

    /** Returns true if a text names an article of the entry. Sources that are no articles have names of our own. */
    private static boolean names(String text, JsonNode entry) {
        Matcher numbers = ARTICLE_NUMBER.matcher(entry.path("source").stringValue());
        boolean hasArticle = false;
        while (numbers.find() && entry.path("source").stringValue().contains("support.")) {
            hasArticle = true;
            if (text.contains(numbers.group())) {
                return true;
            }
        }
        return !hasArticle;
    }

    private static void assertStrength(Row row, TldRule rule) {
        Set<Kind> kinds = switch (row.level()) {
            case "required", "either-of" -> Set.of(Kind.REQUIRED, Kind.EXACTLY_ONE, Kind.EMPTY, Kind.VALUES);
            case "format" -> Set.of(Kind.FORMAT, Kind.STRICT_FORMAT);
            case "optional" -> Set.of(Kind.OPTIONAL);
            default -> throw new AssertionError("unknown level in " + row);
        };
        assertThat(kinds).as(row.entry()).contains(rule.kind());
        if (kinds.contains(Kind.REQUIRED)) {
            boolean isOpen = !rule.contradictions().isEmpty()
                    || rule.isInferred()
                    || rule.exception().isPresent();
            assertThat(rule.severity()).as(row.entry()).isEqualTo(isOpen ? Severity.WARNING : Severity.ERROR);
        }
    }

    private static List<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(TldArticles.class.getResourceAsStream("tld-articles.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }
}
