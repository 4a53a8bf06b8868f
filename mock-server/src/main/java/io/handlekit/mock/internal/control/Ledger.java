package io.handlekit.mock.internal.control;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.journal.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The evidence ledger: what service and mock do, line by line, and how that is known. */
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

    /** Returns the number of lines of each grade, the most certain grade first. */
    Map<Grade, Long> counts() {
        return counts(entries);
    }

    /** Returns the number of lines of each grade that hold for a version; a line that holds for both counts for each. */
    Map<Grade, Long> counts(ApiVersion version) {
        return counts(of(version));
    }

    /** Returns the lines that hold for a version. */
    List<Entry> of(ApiVersion version) {
        return entries.stream()
                .filter(entry -> entry.versions().include(version))
                .toList();
    }

    private static Map<Grade, Long> counts(List<Entry> entries) {
        Map<Grade, Long> counts = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            counts.put(
                    grade,
                    entries.stream().filter(entry -> entry.grade() == grade).count());
        }
        return counts;
    }

    /** Shows the number of lines of each grade: {@code 60 documented, 42 observed}. */
    static String words(Map<Grade, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
    }

    /** Returns the lines that have a switch. */
    public List<Entry> switches() {
        return entries.stream().filter(entry -> entry.switchName().isPresent()).toList();
    }

    /** Returns the lines that explain what the mock did in an exchange, in the order of the ledger. */
    List<Entry> about(Exchange exchange) {
        return entries.stream()
                .filter(entry -> entry.about()
                        .filter(subject -> subject.includes(exchange))
                        .isPresent())
                .filter(entry ->
                        exchange.version().map(entry.versions()::include).orElse(true))
                .toList();
    }

    byte[] json() {
        return Json.write(out -> {
            out.writeStartObject();
            out.writeObjectPropertyStart("counts");
            counts().forEach((grade, count) -> out.writeNumberProperty(grade.word(), count));
            out.writeEndObject();
            out.writeObjectPropertyStart("counts_by_version");
            for (ApiVersion version : ApiVersion.values()) {
                out.writeObjectPropertyStart(version.word());
                counts(version).forEach((grade, count) -> out.writeNumberProperty(grade.word(), count));
                out.writeEndObject();
            }
            out.writeEndObject();
            out.writeName("entries");
            out.writePOJO(Json.read(Resources.bytes("ledger.json")));
            out.writeEndObject();
        });
    }

    /** Shows a line for each entry, then the counts of all and of each version. */
    @Override
    public String toString() {
        String versions = Stream.of(ApiVersion.values())
                .map(version -> "\n" + of(version).size() + " for " + version.word() + ": " + words(counts(version)))
                .collect(Collectors.joining());
        return entries.stream().map(Entry::toString).collect(Collectors.joining("\n")) + "\n" + entries.size()
                + " entries: " + words(counts()) + versions;
    }

    private static Entry entry(JsonNode line) {
        return new Entry(
                line.path("id").stringValue(),
                line.path("what").stringValue(),
                Grade.valueOf(line.path("grade").stringValue().toUpperCase(Locale.ROOT)),
                Versions.valueOf(line.path("versions").stringValue().toUpperCase(Locale.ROOT)),
                line.path("source").stringValue(),
                line.path("switch").stringValueOpt(),
                line.path("default").stringValueOpt(),
                line.has("about") ? Optional.of(LedgerSubject.of(line.path("about"))) : Optional.empty());
    }

    /** The evidence for a line. */
    enum Grade {
        /** The vendor says so. */
        DOCUMENTED,
        /** Seen in replies of the service, or reported by clients that run against it. */
        OBSERVED,
        /** Noted by the author of a client, without a recording. */
        NOTED,
        /** Follows from documented or observed lines, and may be wrong. */
        INFERRED,
        /** Our choice, without evidence. */
        ASSUMED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The versions of the API that a line holds for. */
    enum Versions {
        V1,
        V1BETA,
        BOTH;

        boolean include(ApiVersion version) {
            return this == BOTH || word().equals(version.word());
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line of the ledger.
     *
     * @param id its name; the part before the dot is its subject
     * @param what what service and mock do; a sentence about the service alone holds for the mock too
     * @param grade the evidence
     * @param versions the versions of the API that it holds for
     * @param source the source of the evidence
     * @param switchName the switch that changes the mock's behaviour, if there is one
     * @param defaultWord the switch's default
     * @param about the exchanges that the line explains, if single ones show it
     */
    public record Entry(
            String id,
            String what,
            Grade grade,
            Versions versions,
            String source,
            Optional<String> switchName,
            Optional<String> defaultWord,
            Optional<LedgerSubject> about) {
        @Override
        public String toString() {
            String option = switchName.map(name -> " [--" + name + "]").orElse("");
            return id + " (" + grade.word() + ", " + versions.word() + ")" + option + ": " + what;
        }
    }
}
