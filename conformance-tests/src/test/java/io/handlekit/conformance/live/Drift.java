package io.handlekit.conformance.live;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a service is as the ledger says, and where not.
 *
 * @param lines what was looked at
 */
record Drift(List<Line> lines) {
    /** How a line was found. */
    enum Verdict {
        SAME,
        DIFFERS,
        NOT_SEEN;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A line of the ledger.
     *
     * @param id its id
     * @param expected what the mock does unless a switch says otherwise
     * @param seen what the service did, empty if it did not come to that
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

    /** How many lines there are of each kind. */
    String summary() {
        return of(Verdict.SAME).size() + " lines of the ledger as expected, "
                + of(Verdict.DIFFERS).size() + " not, "
                + of(Verdict.NOT_SEEN).size() + " not seen";
    }

    /** A page in Markdown. */
    String page(String where) {
        String rows = lines.stream()
                .map(line -> "| " + line.id + " | " + cell(line.expected) + " | " + cell(line.seen) + " | "
                        + line.verdict().words() + " |\n")
                .collect(Collectors.joining());
        return "# Drift\n\n" + where + ": " + summary() + ". The lines stand in docs/wire.md.\n\n"
                + "| ledger line | expected | seen | |\n|---|---|---|---|\n" + rows;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return summary();
    }
}
