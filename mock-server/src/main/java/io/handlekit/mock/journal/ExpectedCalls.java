package io.handlekit.mock.journal;

import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.JsonPath;
import io.handlekit.mock.internal.base.QuotedName;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * Calls that a mock should have been sent, and how many of them: at least one, unless it is said otherwise. Immutable.
 *
 * <pre>{@code
 * mock.verify(ExpectedCalls.of("POST", "/customers").with("$.name.first_name", "Ada").times(1));
 * mock.verify(ExpectedCalls.of("DELETE", "/customers/*").never());
 * }</pre>
 *
 * <p>A path in JSON names members and indices: {@code $.tags[0].value}, {@code $['a name with spaces']}, {@code
 * $["it's"]}. The bodies of
 * logins and of requests that were not served are not kept: whether such a call had a member is not known.
 */
public final class ExpectedCalls {
    private static final ExpectedCalls ANY = of("*", "/**");

    private final CallPattern calls;
    private final Map<JsonPath, JsonNode> json;
    private final Times times;

    private ExpectedCalls(CallPattern calls, Map<JsonPath, JsonNode> json, Times times) {
        this.calls = calls;
        this.json = json;
        this.times = times;
    }

    /** Calls of any method and path, logins included. */
    public static ExpectedCalls any() {
        return ANY;
    }

    /**
     * Calls of one method and path.
     *
     * @param method the method, in capitals, or a star for any
     * @param path the path below {@code /v1beta}, where a star stands for one segment and two at the end for any number
     *     of them: {@code /customers/*}, {@code /customers/**}
     * @throws IllegalArgumentException if it is no such method or path
     */
    public static ExpectedCalls of(String method, String path) {
        return new ExpectedCalls(new CallPattern(method, Optional.of(path)), Map.of(), new Times(1, Long.MAX_VALUE));
    }

    /**
     * Those of them whose body has this text at this path.
     *
     * @throws IllegalArgumentException if it is no path
     */
    public ExpectedCalls with(String jsonPath, String text) {
        return with(jsonPath, StringNode.valueOf(text));
    }

    /**
     * Those of them whose body has this JSON at this path.
     *
     * @throws IllegalArgumentException if it is no path, or no JSON
     */
    public ExpectedCalls withJson(String jsonPath, String json) {
        JsonNode value;
        try {
            value = Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException notJson) {
            // Its message quotes the text.
            value = MissingNode.getInstance();
        }
        if (value.isMissingNode()) {
            throw new IllegalArgumentException(QuotedName.shown(jsonPath) + ": JSON is expected");
        }
        return with(jsonPath, value);
    }

    public ExpectedCalls with(String jsonPath, JsonNode value) {
        Map<JsonPath, JsonNode> more = new LinkedHashMap<>(json);
        more.put(JsonPath.parse(jsonPath), value);
        return new ExpectedCalls(calls, more, times);
    }

    /**
     * So many, not more and not fewer.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public ExpectedCalls times(int count) {
        return times(new Times(count, count));
    }

    /** None. */
    public ExpectedCalls never() {
        return times(0);
    }

    /**
     * So many or more.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public ExpectedCalls atLeast(int count) {
        return times(new Times(count, Long.MAX_VALUE));
    }

    /**
     * So many or fewer.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public ExpectedCalls atMost(int count) {
        return times(new Times(0, count));
    }

    public ExpectedCalls times(Times changed) {
        return new ExpectedCalls(calls, json, changed);
    }

    public Times times() {
        return times;
    }

    public boolean asksForJson() {
        return !json.isEmpty();
    }

    /** Whether it is a call of this method and path, whatever its body. */
    public boolean isTo(Exchange exchange) {
        return exchange.isCall(calls);
    }

    /** What a body has in place of what is expected; nothing if all is as expected. */
    public Map<JsonPath, JsonNode> differences(JsonNode body) {
        Map<JsonPath, JsonNode> differences = new LinkedHashMap<>();
        json.forEach((at, value) -> {
            if (!at.in(body).equals(value)) {
                differences.put(at, at.in(body));
            }
        });
        return differences;
    }

    /** How many of what, but none of the values that are expected. */
    @Override
    public String toString() {
        String paths = json.keySet().stream().map(JsonPath::toString).collect(Collectors.joining(", "));
        return times + " of " + calls + (paths.isEmpty() ? "" : " with " + paths);
    }

    /**
     * How many.
     *
     * @param least not fewer than these
     * @param most not more than these
     */
    public record Times(long least, long most) {
        public Times {
            if (least < 0 || most < 0) {
                throw new IllegalArgumentException("a number of calls is not negative");
            }
            if (most < least) {
                throw new IllegalArgumentException("at_least: not more than at_most");
            }
        }

        @Override
        public String toString() {
            if (least == most) {
                return "exactly " + least;
            }
            return most == Long.MAX_VALUE
                    ? "at least " + least
                    : least == 0 ? "at most " + most : least + " to " + most;
        }
    }
}
