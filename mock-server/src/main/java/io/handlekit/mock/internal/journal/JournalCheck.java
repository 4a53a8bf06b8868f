package io.handlekit.mock.internal.journal;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.JsonPath;
import io.handlekit.mock.internal.base.PercentEscapes;
import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
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
    private final Latest matching = new Latest();
    private final Latest differing = new Latest();
    private final Latest withoutBody = new Latest();
    private final Latest others = new Latest();

    private JournalCheck(ExpectedCalls expected, long dropped) {
        this.expected = expected;
        expected.json().forEach((path, value) -> json.put(JsonPath.parse(path), Json.read(value)));
        this.dropped = dropped;
    }

    public static JournalCheck of(ExpectedCalls expected, Journal.Excerpt journal) {
        JournalCheck check = new JournalCheck(expected, journal.dropped());
        journal.numbered().forEach(check::count);
        return check;
    }

    private void count(Journal.Numbered one) {
        Exchange exchange = one.exchange();
        if (!expected.isTo(exchange) || isOtherLogin(exchange)) {
            others.add(new Near(one.number(), exchange, Map.of()));
        } else if (!json.isEmpty() && exchange.requestBytes().isEmpty()) {
            withoutBody.add(new Near(one.number(), exchange, Map.of()));
        } else {
            Map<String, JsonNode> differences = differences(exchange);
            (differences.isEmpty() ? matching : differing).add(new Near(one.number(), exchange, differences));
        }
    }

    /** Returns true for a login where members or parameters of other calls are expected: it has none of them. */
    private boolean isOtherLogin(Exchange exchange) {
        boolean areCompared = !json.isEmpty() || !expected.query().isEmpty();
        return areCompared && !expected.areLogins() && LOGINS.isTo(exchange);
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
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
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
        long mostPossible = matched() + dropped + withoutBody.count;
        if (mostPossible < times.least() || matched() > times.most()) {
            return Outcome.FAILED;
        }
        return matched() >= times.least() && mostPossible <= times.most() ? Outcome.VERIFIED : Outcome.UNKNOWN;
    }

    /** Returns the number of calls that match. */
    public long matched() {
        return matching.count;
    }

    /** Returns the number of exchanges that were dropped before the check. */
    public long dropped() {
        return dropped;
    }

    /**
     * Returns the latest calls that explain the outcome, three at most: the matching ones if there are too many, and
     * otherwise those of that method and path with another body. If the calls are not verified and none has another body,
     * the nearest other ones are shown.
     */
    public List<Near> near() {
        if (matched() > expected.times().most()) {
            return matching.calls();
        }
        if (differing.count > 0 || outcome() == Outcome.VERIFIED) {
            return differing.calls();
        }
        return Stream.of(matching, withoutBody, others)
                .filter(calls -> calls.count > 0)
                .findFirst()
                .map(Latest::calls)
                .orElse(List.of());
    }

    /** Returns the outcome as one line, without anything that a client sent. */
    public String sentence() {
        String result = "expected " + expected + ", found " + matched();
        return switch (outcome()) {
            case VERIFIED -> result;
            case FAILED -> result + seen();
            case UNKNOWN ->
                result + "; unknown, because "
                        + (dropped > 0
                                ? dropped + " exchanges were dropped"
                                : withoutBody.count + " bodies were not recorded");
        };
    }

    private String seen() {
        if (differing.count > 0) {
            return ", and " + differing.count
                    + (expected.query().isEmpty() && expected.headers().isEmpty()
                            ? " with another body"
                            : " that differ otherwise");
        }
        return matched() > 0 || others.count == 0 ? "" : ", and " + others.count + " of another method or path";
    }

    /** Returns the outcome and the calls that differ only in what is expected of them, a line each, without anything that a client sent. */
    public String report() {
        return sentence()
                + near().stream()
                        .filter(call -> !call.differences().isEmpty())
                        .map(call -> "\n  " + call)
                        .collect(Collectors.joining());
    }

    /** The result of a check. */
    public enum Outcome {
        VERIFIED,
        FAILED,
        UNKNOWN
    }

    /**
     * A call near to the expected ones.
     *
     * @param number its number in the journal, from 1
     * @param exchange the call
     * @param differences the values that differ from the expected ones, by JSON path, {@code ?parameter} or {@code header name}; none for a call that
     *     matches, or is of another method or path
     */
    public record Near(long number, Exchange exchange, Map<String, JsonNode> differences) {
        /** Shows what differs and in which way, and no values. */
        @Override
        public String toString() {
            return "call " + number + ", " + exchange.method() + (differences.isEmpty() ? "" : ": ")
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

    /** The number of some calls, and the latest of them. */
    private static final class Latest {
        private final Deque<Near> calls = new ArrayDeque<>();
        private long count;

        private void add(Near call) {
            count++;
            calls.addLast(call);
            if (calls.size() > MOST_NEAR) {
                calls.removeFirst();
            }
        }

        private List<Near> calls() {
            return List.copyOf(calls);
        }
    }
}
