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
 * Whether calls came as expected. Exchanges that are dropped, and bodies that are not kept, could have been any: where
 * they matter, it is not known.
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

    /** How many calls are as expected. */
    public long matched() {
        return matched;
    }

    /** How many exchanges could not be looked at. */
    public long dropped() {
        return dropped;
    }

    /** The latest calls of that method and path with another body. */
    public List<Near> near() {
        return List.copyOf(near);
    }

    /** One line, without anything that a client sent. */
    public String sentence() {
        String told = "expected " + expected + ", found " + matched;
        if (outcome() != Outcome.UNKNOWN) {
            return told;
        }
        return told + "; not known, since "
                + (dropped > 0 ? dropped + " exchanges were dropped" : bodiesNotKept + " bodies are not kept");
    }

    /** What is known of the expectation. */
    public enum Outcome {
        VERIFIED,
        FAILED,
        UNKNOWN
    }

    /**
     * A call of the right method and path.
     *
     * @param number its number in the journal, from 1
     * @param exchange the call
     * @param differences what it has in place of what is expected
     */
    public record Near(long number, Exchange exchange, Map<JsonPath, JsonNode> differences) {
        /** Shows where it differs, and not how. */
        @Override
        public String toString() {
            return "Near[" + number + ", " + differences.keySet() + "]";
        }
    }
}
