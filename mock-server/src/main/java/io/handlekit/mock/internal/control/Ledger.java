package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.Resources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the mock does, line by line, and how that is known. */
public final class Ledger {
    private static final Ledger THE_ONE = new Ledger();

    private final List<Entry> entries;

    private Ledger() {
        entries = Json.read(Resources.bytes("ledger.json"))
                .valueStream()
                .map(Ledger::entry)
                .toList();
    }

    public static Ledger get() {
        return THE_ONE;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** How many lines there are of each grade, surest first. */
    Map<Grade, Long> counts() {
        Map<Grade, Long> counts = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            counts.put(
                    grade,
                    entries.stream().filter(entry -> entry.grade() == grade).count());
        }
        return counts;
    }

    /** The lines about a switch. */
    public List<Entry> switches() {
        return entries.stream().filter(entry -> entry.switchName().isPresent()).toList();
    }

    byte[] json() {
        return Json.write(out -> {
            out.writeStartObject();
            out.writeObjectPropertyStart("counts");
            counts().forEach((grade, count) -> out.writeNumberProperty(grade.word(), count));
            out.writeEndObject();
            out.writeName("entries");
            out.writePOJO(Json.read(Resources.bytes("ledger.json")));
            out.writeEndObject();
        });
    }

    /** The counts, and a line for each entry. */
    @Override
    public String toString() {
        String counted = counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
        return entries.stream().map(Entry::toString).collect(Collectors.joining("\n")) + "\n" + entries.size()
                + " entries: " + counted;
    }

    private static Entry entry(JsonNode line) {
        return new Entry(
                line.path("id").stringValue(),
                line.path("what").stringValue(),
                Grade.valueOf(line.path("grade").stringValue().toUpperCase(Locale.ROOT)),
                line.path("source").stringValue(),
                line.path("switch").stringValueOpt(),
                line.path("default").stringValueOpt());
    }

    /** How sure a line is. */
    enum Grade {
        /** The vendor says so. */
        DOCUMENTED,
        /** Seen in replies of the service, or reported by clients that run against it. */
        OBSERVED,
        /** Follows from those, and may be wrong. */
        INFERRED,
        /** Our choice where nothing is known. */
        ASSUMED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line.
     *
     * @param id its name, with its subject before the dot
     * @param what what the mock does
     * @param grade how sure that is
     * @param source how it is known
     * @param switchName the switch that makes it do otherwise, if there is one
     * @param defaultWord the switch's default
     */
    public record Entry(
            String id,
            String what,
            Grade grade,
            String source,
            Optional<String> switchName,
            Optional<String> defaultWord) {
        @Override
        public String toString() {
            String option = switchName.map(name -> " [--" + name + "]").orElse("");
            return id + " (" + grade.word() + ")" + option + ": " + what;
        }
    }
}
