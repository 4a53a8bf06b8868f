package io.handlekit.mock.junit;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.journal.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A description of the last exchanges of a failed test. It has the shape of what was sent, and the code and text of each
 * answer, but no value that a client sent.
 */
final class LastExchanges {
    private static final int MOST = 10;
    private static final int LONGEST = 500;
    private static final String HIDDEN = "…";

    private LastExchanges() {}

    static String of(String test, List<Exchange> all) {
        int first = Math.max(0, all.size() - MOST);
        String title = all.isEmpty()
                ? test + " failed. No call reached the mock."
                : test + " failed. The last " + (all.size() - first) + " of " + all.size()
                        + " calls of the mock, with sent values as " + HIDDEN + ":";
        return IntStream.range(first, all.size())
                .mapToObj(i -> (i + 1) + ". " + line(all.get(i)) + "\n")
                .collect(Collectors.joining("", title + "\n", ""));
    }

    private static String line(Exchange exchange) {
        return exchange.method() + " " + path(exchange.path()) + query(exchange.query())
                + (exchange.status() == 0 ? " -> no answer" : " -> HTTP " + exchange.status())
                + answer(exchange)
                + exchange.fault().map(fault -> "; fault: " + fault).orElse("")
                + (exchange.ignored().isEmpty() ? "" : "; ignored: " + String.join(", ", exchange.ignored()))
                + sent(exchange);
    }

    /** Keeps words of routes and handles, and hides every other segment. */
    private static String path(String path) {
        return hidden(path.replaceAll("(?<=/)(?![a-z0-9-]+(/|$)|[A-Z]{2}[0-9]{6}-[A-Z]{2}(/|$))[^/]+", HIDDEN));
    }

    private static String query(String query) {
        return query.isEmpty() ? "" : hidden("?" + query.replaceAll("=[^&]*", "=" + HIDDEN));
    }

    private static String answer(Exchange exchange) {
        try {
            JsonNode envelope = Json.read(exchange.responseBody());
            return envelope.path("code").isNumber()
                    ? ", code " + envelope.path("code").intValue()
                            + text(envelope.path("desc").asString(""))
                    : "";
        } catch (JacksonException other) {
            return ", not JSON";
        }
    }

    private static String text(String desc) {
        return desc.isEmpty() ? "" : " (" + hidden(desc) + ")";
    }

    private static String sent(Exchange exchange) {
        return exchange.requestBytes()
                .map(body -> body.length == 0 ? "" : "; sent: " + shape(body))
                .orElse("; the body was not recorded");
    }

    private static String shape(byte[] body) {
        try {
            return hidden(shape(Json.read(body)));
        } catch (JacksonException other) {
            return String.format(Locale.ROOT, "%d bytes that are not JSON", body.length);
        }
    }

    private static String shape(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(member -> member.getKey() + ": " + shape(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(LastExchanges::shape).collect(Collectors.joining(", ", "[", "]"));
        }
        boolean isEmpty = node.isString() && node.stringValue().isEmpty();
        return isEmpty || node.isNull() || node.isBoolean() ? node.toString() : HIDDEN;
    }

    /** Shortens a text, and replaces what could end the line. */
    private static String hidden(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
