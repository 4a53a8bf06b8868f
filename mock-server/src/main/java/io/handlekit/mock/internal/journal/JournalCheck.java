package io.handlekit.mock.internal.journal;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.JsonPath;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A check of expected calls against the journal. Its outcome is unknown if dropped exchanges, or bodies that were not
 * recorded, could change it.
 */
public final class JournalCheck {
    private static final int MOST_NEAR = 3;

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
        Optional<byte[]> body = exchange.requestBytes();
        if (!expected.isTo(exchange)) {
            others.add(new Near(one.number(), exchange, Map.of()));
        } else if (!json.isEmpty() && body.isEmpty()) {
            withoutBody.add(new Near(one.number(), exchange, Map.of()));
        } else {
            Map<JsonPath, JsonNode> differences =
                    differences(body.map(JournalCheck::read).orElse(MissingNode.getInstance()));
            (differences.isEmpty() ? matching : differing).add(new Near(one.number(), exchange, differences));
        }
    }

    /** Returns what a body has in place of what is expected; empty if it has everything. */
    private Map<JsonPath, JsonNode> differences(JsonNode body) {
        Map<JsonPath, JsonNode> differences = new LinkedHashMap<>();
        json.forEach((path, value) -> {
            if (!path.in(body).equals(value)) {
                differences.put(path, path.in(body));
            }
        });
        return differences;
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
            return ", and " + differing.count + " with another body";
        }
        return matched() > 0 || others.count == 0 ? "" : ", and " + others.count + " of another method or path";
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
     * @param differences the values that differ from the expected ones, by their path; none for a call that
     *     matches, or is of another method or path
     */
    public record Near(long number, Exchange exchange, Map<JsonPath, JsonNode> differences) {
        /** Shows the paths that differ, and no values. */
        @Override
        public String toString() {
            return "Near[" + number + ", " + differences.keySet() + "]";
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
