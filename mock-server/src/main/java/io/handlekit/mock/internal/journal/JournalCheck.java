package io.handlekit.mock.internal.journal;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.JsonPath;
import io.handlekit.mock.internal.base.PercentEscapes;
import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * A check of expected calls against the journal. Its outcome is unknown if dropped exchanges, or bodies that were not
 * recorded, could change it.
 */
public final class JournalCheck {
    private static final int MOST_NEAR = 3;
    private static final ExpectedCalls LOGINS = ExpectedCalls.of("*", ServicePaths.LOGIN);
    private static final Comparator<JsonNode> BY_VALUE = JournalCheck::byValue;

    private final ExpectedCalls expected;
    private final Map<JsonPath, JsonNode> json = new LinkedHashMap<>();
    private final long dropped;
    private final List<Near> near = new ArrayList<>();
    private long matched;
    private long bodiesNotKept;

    private JournalCheck(ExpectedCalls expected, long dropped) {
        this.expected = expected;
        expected.json().forEach((path, value) -> json.put(JsonPath.parse(path), Json.read(value)));
        this.dropped = dropped;
    }

    public static JournalCheck of(ExpectedCalls expected, Journal.Excerpt journal) {
        JournalCheck check = new JournalCheck(expected, journal.dropped());
        journal.numbered().stream().filter(one -> expected.isTo(one.exchange())).forEach(check::count);
        return check;
    }

    private void count(Journal.Numbered one) {
        Exchange exchange = one.exchange();
        boolean isUnrecorded = exchange.requestBytes().isEmpty();
        boolean isCompared = !json.isEmpty() || !expected.query().isEmpty();
        if (isCompared && isLogin(exchange) && !expected.areLogins()) {
            return;
        }
        if (!json.isEmpty() && isUnrecorded) {
            bodiesNotKept++;
            return;
        }
        Map<String, JsonNode> differences = differences(exchange);
        if (differences.isEmpty()) {
            matched++;
        } else {
            near.add(new Near(one.number(), exchange, differences));
        }
        if (near.size() > MOST_NEAR) {
            near.remove(0);
        }
    }

    private static boolean isLogin(Exchange exchange) {
        return LOGINS.isTo(exchange);
    }

    /** Returns what a call has in place of what is expected; empty if it has everything. */
    private Map<String, JsonNode> differences(Exchange exchange) {
        Map<String, JsonNode> differences = new LinkedHashMap<>();
        JsonNode body = json.isEmpty()
                ? MissingNode.getInstance()
                : exchange.requestBytes().map(JournalCheck::read).orElse(MissingNode.getInstance());
        json.forEach((path, value) -> {
            if (!value.equals(BY_VALUE, path.in(body))) {
                differences.put(path.toString(), path.in(body));
            }
        });
        expected.query().forEach((name, value) -> compare(differences, "?" + name, value, parameter(exchange, name)));
        expected.headers()
                .forEach((name, value) -> compare(differences, "header " + name, value, exchange.header(name)));
        return differences;
    }

    private static void compare(
            Map<String, JsonNode> differences, String name, String expected, Optional<String> found) {
        if (!found.equals(Optional.of(expected))) {
            differences.put(name, found.<JsonNode>map(StringNode::valueOf).orElse(MissingNode.getInstance()));
        }
    }

    private static Optional<String> parameter(Exchange exchange, String name) {
        return Stream.of(exchange.query().split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> decoded(parameter[0]).equals(name))
                .map(parameter -> parameter.length == 1 ? "" : decoded(parameter[1]))
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return PercentEscapes.decode(text.replace('+', ' '));
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** Compares numbers by their value: 1 is 1.0. */
    private static int byValue(JsonNode one, JsonNode other) {
        boolean areEqual = (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
        return areEqual ? 0 : 1;
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.read(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    public Outcome outcome() {
        ExpectedCalls.Times times = expected.times();
        long mostPossible = matched + dropped + bodiesNotKept;
        if (mostPossible < times.least() || matched > times.most()) {
            return Outcome.FAILED;
        }
        return matched >= times.least() && mostPossible <= times.most() ? Outcome.VERIFIED : Outcome.UNKNOWN;
    }

    /** Returns the number of calls that match. */
    public long matched() {
        return matched;
    }

    /** Returns the number of exchanges that were dropped before the check. */
    public long dropped() {
        return dropped;
    }

    /** Returns the latest calls of that method and path that differ otherwise, three at most. */
    public List<Near> near() {
        return List.copyOf(near);
    }

    /** Returns the outcome as one line, without anything that a client sent. */
    public String sentence() {
        String result = "expected " + expected + ", found " + matched;
        if (outcome() != Outcome.UNKNOWN) {
            return result;
        }
        return result + "; unknown, because "
                + (dropped > 0 ? dropped + " exchanges were dropped" : bodiesNotKept + " bodies were not recorded");
    }

    /** Returns the outcome and the near misses, a line each, without anything that a client sent. */
    public String report() {
        return sentence() + near.stream().map(miss -> "\n  " + miss).collect(Collectors.joining());
    }

    /** The result of a check. */
    public enum Outcome {
        VERIFIED,
        FAILED,
        UNKNOWN
    }

    /**
     * A call of the expected method and path that differs otherwise.
     *
     * @param number its number in the journal, from 1
     * @param exchange the call
     * @param differences the values that differ from the expected ones, by JSON path, {@code ?parameter} or {@code header name}
     */
    public record Near(long number, Exchange exchange, Map<String, JsonNode> differences) {
        /** Shows what differs and in which way, and no values. */
        @Override
        public String toString() {
            return "call " + number + " is near: "
                    + differences.entrySet().stream()
                            .map(one -> one.getKey() + shown(one.getValue()))
                            .collect(Collectors.joining(", "));
        }

        private static String shown(JsonNode found) {
            return switch (found.getNodeType()) {
                case MISSING -> " is missing";
                case NULL -> " is null";
                default -> " is another " + found.getNodeType().name().toLowerCase(Locale.ROOT);
            };
        }
    }
}
