package io.handlekit.mock.journal;

import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.JsonPath;
import io.handlekit.mock.internal.base.QuotedName;
import io.handlekit.mock.internal.base.ServicePaths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * Calls that you expect a mock to have received, and how many: at least one by default. Immutable.
 *
 * <pre>{@code
 * mock.verify(ExpectedCalls.of("POST", "/customers").with("$.name.first_name", "Ada").times(1));
 * mock.verify(ExpectedCalls.of("GET", "/customers").withQuery("limit", "100").withHeader("Accept", "application/json"));
 * mock.verify(ExpectedCalls.of("DELETE", "/customers/*").never());
 * }</pre>
 *
 * <p>A JSON path names members and indices: {@code $.tags[0].value}, {@code $['a name with spaces']}, {@code
 * $["it's"]}. The bodies of logins and of requests that were not served are not recorded, so their members cannot be
 * verified: calls with an expected member are logins only if the path says so.
 */
public final class ExpectedCalls {
    private static final ExpectedCalls ANY = of("*", "/**");

    private final CallPattern calls;
    private final Map<String, String> json;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final Times times;

    private ExpectedCalls(
            CallPattern calls,
            Map<String, String> json,
            Map<String, String> query,
            Map<String, String> headers,
            Times times) {
        this.calls = calls;
        this.json = json;
        this.query = query;
        this.headers = headers;
        this.times = times;
    }

    /** Returns calls of any method and path, logins included. */
    public static ExpectedCalls any() {
        return ANY;
    }

    /**
     * Returns calls of one method and path.
     *
     * @param method the method in capitals, or {@code *} for any
     * @param path the path below {@code /v1} or {@code /v1beta}; one star matches one segment, two stars at the end any number of
     *     segments: {@code /customers/*}, {@code /customers/**}
     * @throws IllegalArgumentException if the method or path has another form, or if the service has no such path
     */
    public static ExpectedCalls of(String method, String path) {
        CallPattern calls = CallPattern.ofService(method, Optional.of(path));
        return new ExpectedCalls(calls, Map.of(), Map.of(), Map.of(), new Times(1, Long.MAX_VALUE));
    }

    /**
     * Returns those of these calls whose body has this text at this path.
     *
     * @throws IllegalArgumentException if the path is invalid
     */
    public ExpectedCalls with(String jsonPath, String text) {
        return with(jsonPath, StringNode.valueOf(text));
    }

    /**
     * Returns those of these calls whose body has this JSON value at this path. Numbers compare by their value, so 1 equals
     * 1.0. A missing member is not {@code null}.
     *
     * @throws IllegalArgumentException if the path or the JSON is invalid
     */
    public ExpectedCalls withJson(String jsonPath, String json) {
        JsonNode value;
        try {
            value = Json.read(json);
        } catch (JacksonException notJson) {
            // Not the cause below: its message quotes the text.
            value = MissingNode.getInstance();
        }
        if (value.isMissingNode()) {
            throw new IllegalArgumentException(QuotedName.shown(jsonPath) + ": JSON is expected");
        }
        return with(jsonPath, value);
    }

    private ExpectedCalls with(String jsonPath, JsonNode value) {
        return new ExpectedCalls(
                calls, and(json, JsonPath.parse(jsonPath).toString(), value.toString()), query, headers, times);
    }

    private static Map<String, String> and(Map<String, String> before, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(before);
        more.put(name, value);
        return more;
    }

    /**
     * Returns those of these calls whose query has this parameter with this value, both without escapes. Of a repeated
     * parameter, the first counts.
     */
    public ExpectedCalls withQuery(String name, String value) {
        return new ExpectedCalls(calls, json, and(query, name, value), headers, times);
    }

    /**
     * Returns those of these calls that have this header with this value. The name is compared without regard to case. The
     * headers {@code Authorization}, {@code Proxy-Authorization} and {@code Cookie} are not recorded.
     *
     * @throws IllegalArgumentException if it is one of those
     */
    public ExpectedCalls withHeader(String name, String value) {
        if (Exchange.isSecret(name)) {
            throw new IllegalArgumentException("the header " + name + " is not recorded");
        }
        return new ExpectedCalls(calls, json, query, and(headers, name, value), times);
    }

    /**
     * Expects exactly this many calls.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public ExpectedCalls times(int count) {
        return times(new Times(count, count));
    }

    /** Expects no call. */
    public ExpectedCalls never() {
        return times(0);
    }

    /**
     * Expects this many calls or more.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public ExpectedCalls atLeast(int count) {
        return times(new Times(count, Long.MAX_VALUE));
    }

    /**
     * Expects this many calls or fewer.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public ExpectedCalls atMost(int count) {
        return times(new Times(0, count));
    }

    public ExpectedCalls times(Times changed) {
        return new ExpectedCalls(calls, json, query, headers, changed);
    }

    public Times times() {
        return times;
    }

    /** Returns the expected method; {@code *} for any. */
    public String method() {
        return calls.method();
    }

    /** Returns the expected path below the version, with stars as in {@link #of}. */
    public String path() {
        return calls.path().orElseThrow();
    }

    /** Returns the JSON that is expected in the body, by its path. */
    public Map<String, String> json() {
        return Collections.unmodifiableMap(json);
    }

    /** Returns the values that are expected in the query, by parameter. */
    public Map<String, String> query() {
        return Collections.unmodifiableMap(query);
    }

    /** Returns the values that are expected in the headers, by name. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** Returns true if these calls are logins and nothing else. */
    public boolean areLogins() {
        return calls.isExactly(ServicePaths.LOGIN);
    }

    /** Returns true if the exchange has this method and path, whatever its body. */
    public boolean isTo(Exchange exchange) {
        return calls.includesRequest(exchange.method(), exchange.path());
    }

    /** Shows number, method, path and the names of what is expected, and no expected value. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>(json.keySet());
        query.keySet().forEach(name -> names.add("?" + name));
        headers.keySet().forEach(name -> names.add("header " + name));
        return times + " of " + calls + (names.isEmpty() ? "" : " with " + String.join(", ", names));
    }

    /**
     * The expected number of calls.
     *
     * @param least the smallest number
     * @param most the largest number
     */
    public record Times(long least, long most) {
        public Times {
            if (least < 0 || most < 0) {
                throw new IllegalArgumentException("the number of calls must not be negative");
            }
            if (most < least) {
                throw new IllegalArgumentException("at_least must not be more than at_most");
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
