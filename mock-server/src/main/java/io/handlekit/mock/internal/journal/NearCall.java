package io.handlekit.mock.internal.journal;

import io.handlekit.mock.journal.Exchange;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A recorded call near to expected ones.
 *
 * @param number its number in the journal, from 1
 * @param exchange the call
 * @param distance how far its method and path are from the expected ones
 * @param differences the values that differ from the expected ones: by JSON path, as {@code ?parameter} or {@code header name},
 *     or as {@code method}, {@code version} or {@code path}; a missing node for a value that the call does not have
 */
public record NearCall(long number, Exchange exchange, Distance distance, Map<String, JsonNode> differences) {
    static final String MEMBER = "$";

    /** The nearest first; among equally near ones, the latest. */
    static final Comparator<NearCall> NEAREST_FIRST = Comparator.comparing(
                    NearCall::distance,
                    Comparator.comparingInt(Distance::parts)
                            .thenComparing(Distance::isOtherMethod)
                            .thenComparingInt(Distance::letters))
            .thenComparingLong(NearCall::parameters)
            .thenComparingInt(call -> call.differences().size())
            .thenComparing(NearCall::number, Comparator.reverseOrder());

    /** Returns the number of differences outside of the body. */
    private long parameters() {
        return differences.keySet().stream()
                .filter(name -> !name.startsWith(MEMBER))
                .count();
    }

    /** Shows what differs and in which way, and no values. */
    @Override
    public String toString() {
        return "call " + number + ", " + exchange.method() + (differences.isEmpty() ? "" : ": ")
                + differences.entrySet().stream()
                        .map(one -> one.getKey() + shown(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String shown(String name, JsonNode found) {
        return switch (found.getNodeType()) {
            case MISSING -> " is missing";
            case NULL -> " is null";
            default ->
                " is another"
                        + (name.startsWith(MEMBER)
                                ? " " + found.getNodeType().name().toLowerCase(Locale.ROOT)
                                : "");
        };
    }

    /**
     * The distance of a method and path from expected ones.
     *
     * @param parts how many of method, version and segments of the path differ
     * @param isOtherMethod whether the method is one of them
     * @param letters how many letters of the path differ
     */
    public record Distance(int parts, boolean isOtherMethod, int letters) {}
}
