package io.handlekit.mock.journal;

import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.JsonPath;
import io.handlekit.mock.internal.base.QuotedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, String> json;
    private final Times times;

    private ExpectedCalls(CallPattern calls, Map<String, String> json, Times times) {
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
            value = Json.read(json);
        } catch (JacksonException notJson) {
            // Its message quotes the text.
            value = MissingNode.getInstance();
        }
        if (value.isMissingNode()) {
            throw new IllegalArgumentException(QuotedName.shown(jsonPath) + ": JSON is expected");
        }
        return with(jsonPath, value);
    }

    private ExpectedCalls with(String jsonPath, JsonNode value) {
        Map<String, String> more = new LinkedHashMap<>(json);
        more.put(JsonPath.parse(jsonPath).toString(), value.toString());
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

    /** Returns the JSON that is expected in the body, by its path. */
    public Map<String, String> json() {
        return Collections.unmodifiableMap(json);
    }

    /** Whether it is a call of this method and path, whatever its body. */
    public boolean isTo(Exchange exchange) {
        return calls.includesRequest(exchange.method(), exchange.path());
    }

    /** How many of what, but none of the values that are expected. */
    @Override
    public String toString() {
        String paths = String.join(", ", json.keySet());
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
