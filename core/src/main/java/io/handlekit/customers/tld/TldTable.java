package io.handlekit.customers.tld;

import io.handlekit.customers.tld.TldField.Evidence;
import io.handlekit.customers.tld.TldField.Format;
import io.handlekit.customers.tld.TldField.Need;
import io.handlekit.customers.tld.TldField.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the requirements of top-level domains from {@code tld-fields.txt}, whose head explains its format. */
final class TldTable {
    private static final Pattern EMPTY_LINES = Pattern.compile("\n\n+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COMMA = Pattern.compile(",");

    private final Properties descriptions = new Properties();
    private final Map<String, List<String>> homeCountries = new HashMap<>();
    private final SortedMap<String, List<TldField>> fields = new TreeMap<>();

    private TldTable() {}

    /** Returns the requirements of all top-level domains in the table, by name. */
    static SortedMap<String, TldRequirements> read() {
        TldTable table = new TldTable();
        try {
            table.descriptions.load(new StringReader(resource("tld-fields.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = resource("tld-fields.txt").replaceAll("(?m)^#.*\n", "").replace("\n=", " =");
        EMPTY_LINES.splitAsStream(text.strip()).forEach(table::add);

        SortedMap<String, TldRequirements> requirements = new TreeMap<>();
        table.fields.forEach((tld, rows) -> requirements.put(
                tld, new TldRequirements(tld, table.homeCountries.getOrDefault(tld, List.of()), rows)));
        return requirements;
    }

    private static String resource(String name) {
        try (InputStream in = TldTable.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String block) {
        List<String> tlds = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        block.lines().map(line -> SPACES.splitAsStream(line).toList()).forEach(words -> {
            if (Row.isRow(words)) {
                rows.add(Row.of(words));
            } else {
                addHead(words, tlds);
            }
        });
        List<TldField> described = rows.stream().map(row -> field(row, rows)).toList();
        tlds.forEach(
                tld -> fields.computeIfAbsent(tld, absent -> new ArrayList<>()).addAll(described));
    }

    private void addHead(List<String> words, List<String> tlds) {
        for (String word : words) {
            if (word.startsWith("@")) {
                List<String> countries = commas(word.substring(1));
                tlds.forEach(tld -> homeCountries.put(tld, countries));
            } else {
                tlds.add(word.substring(1));
            }
        }
    }

    private TldField field(Row row, List<Row> rows) {
        List<String> alternatives = rows.stream()
                .filter(other -> row.either() && other.either() && other.need() == row.need() && !other.equals(row))
                .map(Row::name)
                .toList();
        String description = Objects.requireNonNull(descriptions.getProperty(row.name()), row.name());
        return new TldField(row, alternatives, description);
    }

    private static List<String> commas(String words) {
        return COMMA.splitAsStream(words).toList();
    }

    /** A line of the table that describes a field. */
    record Row(
            String name,
            List<Place> places,
            Need need,
            boolean either,
            Evidence evidence,
            Format format,
            List<String> allowedValues,
            List<String> doubtfulValues) {
        private static final String OR = "/or";

        static boolean isRow(List<String> words) {
            return Character.isLetter(words.get(0).charAt(0));
        }

        static Row of(List<String> words) {
            List<Place> places = commas(words.get(1)).stream()
                    .map(place -> Place.valueOf(upper(place)))
                    .toList();
            boolean either = words.get(2).endsWith(OR);
            Need need = Need.valueOf(upper(words.get(2).replace(OR, "")));
            Format format = Format.TEXT;
            List<String> values = List.of();
            for (String word : words.subList(4, words.size())) {
                if (word.startsWith("=")) {
                    values = commas(word.substring(1));
                } else {
                    format = Format.valueOf(upper(word));
                }
            }
            return new Row(
                    words.get(0),
                    places,
                    need,
                    either,
                    Evidence.valueOf(upper(words.get(3))),
                    format,
                    values.stream().filter(value -> !value.startsWith("?")).toList(),
                    values.stream()
                            .filter(value -> value.startsWith("?"))
                            .map(value -> value.substring(1))
                            .toList());
        }

        @Override
        public String toString() {
            return name;
        }

        private static String upper(String word) {
            return word.toUpperCase(Locale.ROOT);
        }
    }
}
