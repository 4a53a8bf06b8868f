package io.handlekit.conformance.live;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The lines of the ledger that a service confirmed, and those that it did not.
 *
 * @param lines the lines that were checked
 */
record DriftReport(List<Line> lines) {
    /** The outcome of a line. */
    enum Verdict {
        SAME,
        DIFFERS,
        NOT_SEEN;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A line of the ledger and what the service did.
     *
     * @param id the id of the line
     * @param expected what the mock does by default
     * @param seen what the service did; empty if no reply came
     */
    record Line(String id, String expected, String seen) {
        Verdict verdict() {
            return seen.isEmpty() ? Verdict.NOT_SEEN : seen.equals(expected) ? Verdict.SAME : Verdict.DIFFERS;
        }

        @Override
        public String toString() {
            return id + ": expected " + expected + ", seen " + seen;
        }
    }

    List<Line> of(Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).toList();
    }

    /** Returns the number of lines of each outcome. */
    String summary() {
        return of(Verdict.SAME).size() + " lines of the ledger confirmed, "
                + of(Verdict.DIFFERS).size() + " differ, "
                + of(Verdict.NOT_SEEN).size() + " not seen";
    }

    /** Returns the report in Markdown. */
    String page(String where) {
        String rows = lines.stream()
                .map(line -> "| " + line.id + " | " + cell(line.expected) + " | " + cell(line.seen) + " | "
                        + line.verdict().words() + " |\n")
                .collect(Collectors.joining());
        return "# DriftReport\n\n" + where + ": " + summary() + ". docs/wire.md has the lines.\n\n"
                + "| ledger line | expected | seen | outcome |\n|---|---|---|---|\n" + rows;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return summary();
    }
}
