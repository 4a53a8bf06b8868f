package io.handlekit.mock.internal.journal;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.JsonPath;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Optional<byte[]> body = exchange.requestBytes();
        if (!json.isEmpty() && body.isEmpty()) {
            bodiesNotKept++;
            return;
        }
        Map<JsonPath, JsonNode> differences =
                differences(body.map(JournalCheck::read).orElse(MissingNode.getInstance()));
        if (differences.isEmpty()) {
            matched++;
        } else {
            near.add(new Near(one.number(), exchange, differences));
        }
        if (near.size() > MOST_NEAR) {
            near.remove(0);
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

    /** Returns the latest calls of that method and path with another body, three at most. */
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

    /** The result of a check. */
    public enum Outcome {
        VERIFIED,
        FAILED,
        UNKNOWN
    }

    /**
     * A call of the expected method and path with another body.
     *
     * @param number its number in the journal, from 1
     * @param exchange the call
     * @param differences the values that differ from the expected ones, by their path
     */
    public record Near(long number, Exchange exchange, Map<JsonPath, JsonNode> differences) {
        /** Shows the paths that differ, and no values. */
        @Override
        public String toString() {
            return "Near[" + number + ", " + differences.keySet() + "]";
        }
    }
}
