package io.handlekit.customers.tld;

import io.handlekit.customers.tld.TldField.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The table of the requirements of top-level domains, read from {@code tld-rules.txt}, whose head explains its format.
 */
final class TldTable {
    private final TableDefinitions definitions = new TableDefinitions();
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final List<String> block = new ArrayList<>();
    private boolean inHeadOfBlock;

    private TldTable() {}

    /** The part of the table about one top-level domain. */
    private static final class Entry {
        final Map<String, List<Place>> fields = new LinkedHashMap<>();
        final List<TldRule> rules = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
    }

    /** Returns the requirements of all top-level domains in the table, by name. */
    static SortedMap<String, TldRequirements> read() {
        return parse(resource("tld-rules.txt"), descriptions());
    }

    /**
     * Returns the requirements of all top-level domains in a text.
     *
     * @throws IllegalStateException if a line cannot be read; the message has the line and the reason
     */
    static SortedMap<String, TldRequirements> parse(String text, Properties descriptions) {
        TldTable table = new TldTable();
        // A line that starts with white space continues the line before.
        text.replaceAll("(?m)^#.*\n", "")
                .replaceAll("\n[ \t]+", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(table::addLine);
        SortedMap<String, TldRequirements> requirements = new TreeMap<>();
        table.entries.forEach((tld, entry) -> requirements.put(tld, requirements(tld, entry, descriptions)));
        return requirements;
    }

    private void addLine(String line) {
        try {
            if (line.startsWith(".")) {
                addDomains(line);
            } else if (!definitions.add(line)) {
                inHeadOfBlock = false;
                addToBlock(line);
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("tld-rules.txt: cannot read the line: " + line, e);
        }
    }

    private void addDomains(String line) {
        if (!inHeadOfBlock) {
            block.clear();
            inHeadOfBlock = true;
        }
        for (String domain : List.of(line.split(" +"))) {
            block.add(domain.substring(1));
            entries.computeIfAbsent(domain.substring(1), absent -> new Entry());
        }
    }

    private void addToBlock(String line) {
        String[] words = line.split(" +", 3);
        switch (words[0]) {
            case "field" -> forBlock(entry -> entry.fields.put(words[1], places(words[2])));
            case "note" -> {
                String note = words[2] + " (" + definitions.sources(words[1]).get(0) + ")";
                forBlock(entry -> entry.notes.add(note));
            }
            default -> {
                TldRule rule = RuleParser.parse(line, definitions);
                forBlock(entry -> entry.rules.add(rule));
            }
        }
    }

    private void forBlock(Consumer<Entry> change) {
        block.forEach(tld -> change.accept(Objects.requireNonNull(entries.get(tld))));
    }

    private static List<Place> places(String words) {
        return List.of(words.split(",")).stream()
                .map(place -> Place.valueOf(place.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static TldRequirements requirements(String tld, Entry entry, Properties descriptions) {
        List<TldField> fields = new ArrayList<>();
        entry.fields.forEach((name, places) -> fields.add(new TldField(
                name,
                places,
                Objects.requireNonNull(descriptions.getProperty(name), name),
                entry.rules.stream()
                        .filter(rule -> rule.fields().contains(name))
                        .toList())));
        return new TldRequirements(tld, true, fields, entry.rules, entry.notes);
    }

    private static Properties descriptions() {
        Properties descriptions = new Properties();
        try {
            descriptions.load(new StringReader(resource("tld-fields.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return descriptions;
    }

    private static String resource(String name) {
        try (InputStream in = TldTable.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
