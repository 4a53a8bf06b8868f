package io.handlekit.conformance.live;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines of the ledger that a service confirmed, and those that it did not.
 *
 * @param lines the lines that were checked
 */
record DriftReport(List<CheckedLine> lines) {
    /** Orders the lines by what they would change in the ledger, the greatest change first. */
    DriftReport {
        lines = lines.stream().sorted(Comparator.comparing(CheckedLine::change)).toList();
    }

    /** The outcome of a line. */
    enum Agreement {
        SAME,
        DIFFERS,
        NOT_SEEN;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The change that a line would make to the ledger. */
    enum Change {
        CONTRADICTION("correct a line with evidence, and the mock"),
        CORRECTION("correct the line and the mock, grade observed"),
        CONFIRMATION("grade observed"),
        NONE("none"),
        OPEN("still open");

        private final String words;

        Change(String words) {
            this.words = words;
        }
    }

    /**
     * A line of the ledger and what the service did.
     *
     * @param id the id of the line
     * @param grade the grade of the line
     * @param expected what the mock does by default
     * @param seen what the service did; empty if no reply came
     */
    record CheckedLine(String id, String grade, String expected, String seen) {
        private static final Set<String> WITH_EVIDENCE = Set.of("documented", "observed");

        Agreement agreement() {
            return seen.isEmpty() ? Agreement.NOT_SEEN : seen.equals(expected) ? Agreement.SAME : Agreement.DIFFERS;
        }

        Change change() {
            boolean evidence = WITH_EVIDENCE.contains(grade);
            return switch (agreement()) {
                case DIFFERS -> evidence ? Change.CONTRADICTION : Change.CORRECTION;
                case SAME -> evidence ? Change.NONE : Change.CONFIRMATION;
                case NOT_SEEN -> Change.OPEN;
            };
        }

        private String row() {
            return "| " + id + " | " + grade + " | " + change().words + " | " + cell(expected) + " | " + cell(seen)
                    + " | " + agreement().words() + " |\n";
        }

        @Override
        public String toString() {
            return id + ": expected " + expected + ", seen " + seen;
        }
    }

    List<CheckedLine> of(Agreement agreement) {
        return lines.stream().filter(line -> line.agreement() == agreement).toList();
    }

    /** Returns the number of lines of each outcome. */
    String summary() {
        return of(Agreement.SAME).size() + " lines of the ledger confirmed, "
                + of(Agreement.DIFFERS).size() + " differ, "
                + of(Agreement.NOT_SEEN).size() + " not seen";
    }

    /** Returns the report on one service in Markdown. */
    String section(String where) {
        return "## " + where + "\n\n" + summary() + ". docs/wire.md has the lines.\n\n"
                + "| ledger line | grade | change in the ledger | expected | seen | outcome |\n|---|---|---|---|---|---|\n"
                + lines.stream().map(CheckedLine::row).collect(Collectors.joining());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return summary();
    }
}
