package io.handlekit.benchmarks.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, by scenario and server: one value for each run. */
final class Measurement {
    private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

    /** Adds the value of one run, and prints it. */
    void add(String scenario, String server, double value) {
        values.computeIfAbsent(scenario, first -> new LinkedHashMap<>())
                .computeIfAbsent(server, first -> new ArrayList<>())
                .add(value);
        System.out.println(scenario + " | " + server + " | " + shown(value));
    }

    /** Returns the median of a server in a scenario; not a number if it was not measured. */
    double median(String scenario, String server) {
        List<Double> runs = values.getOrDefault(scenario, Map.of()).getOrDefault(server, List.of());
        if (runs.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(runs);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Returns a table of all values: the median, and the smallest and largest one in brackets. */
    String table() {
        StringBuilder table = new StringBuilder("| scenario | server | median (least to most) |\n|---|---|---|\n");
        values.forEach((scenario, servers) -> servers.forEach((server, runs) -> table.append("| ")
                .append(scenario)
                .append(" | ")
                .append(server)
                .append(" | ")
                .append(shown(median(scenario, server)))
                .append(
                        runs.size() == 1
                                ? ""
                                : " (" + shown(Collections.min(runs)) + " to " + shown(Collections.max(runs)) + ")")
                .append(" |\n")));
        return table.toString();
    }

    static String shown(double value) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
