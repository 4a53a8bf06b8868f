package io.handlekit.conformance.openapi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The known differences between the mock's document and the vendor's, by the id of their line in the ledger. */
public final class Deviations {
    private Deviations() {}

    static Map<String, Set<String>> byLedgerEntry() {
        Map<String, Set<String>> deviations = new LinkedHashMap<>();
        String heading = "";
        for (String line : new String(OpenApi.resource("/openapi-deviations.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (line.startsWith("[")) {
                heading = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty()) {
                deviations.computeIfAbsent(heading, id -> new TreeSet<>()).add(line);
            }
        }
        return deviations;
    }

    public static Set<String> all() {
        Set<String> all = new TreeSet<>();
        byLedgerEntry().values().forEach(all::addAll);
        return all;
    }
}
