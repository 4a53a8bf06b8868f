package io.handlekit.mock.internal.journal;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.base.EditDistance;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.JsonPath;
import io.handlekit.mock.internal.base.PercentEscapes;
import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.journal.ExpectedCalls;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** A comparison of recorded calls with expected ones, part by part. */
final class CallComparison {
    private static final ExpectedCalls LOGINS = ExpectedCalls.of("*", ServicePaths.LOGIN);
    private static final Comparator<JsonNode> BY_VALUE = CallComparison::byValue;
    private static final int MOST_LETTERS = 200;

    private final ExpectedCalls expected;
    private final CallPattern calls;
    private final Map<JsonPath, JsonNode> json = new LinkedHashMap<>();

    CallComparison(ExpectedCalls expected) {
        this.expected = expected;
        calls = new CallPattern(expected.method(), Optional.of(expected.path()));
        expected.json().forEach((path, value) -> json.put(JsonPath.parse(path), Json.read(value)));
    }

    /** Returns true if a call has the expected method and path. */
    boolean isTo(Exchange exchange) {
        return expected.isTo(exchange) && !isOtherLogin(exchange);
    }

    /** Returns true for a login where members or parameters of other calls are expected: it has none of them. */
    private boolean isOtherLogin(Exchange exchange) {
        boolean areCompared = !json.isEmpty() || !expected.query().isEmpty();
        return areCompared && !expected.areLogins() && LOGINS.isTo(exchange);
    }

    /** Returns true if the body of a call is to be compared, and was not recorded. */
    boolean lacksBody(Exchange exchange) {
        return !json.isEmpty() && exchange.requestBytes().isEmpty();
    }

    /** Returns a call with everything in which it differs. */
    NearCall of(Journal.Numbered one) {
        Exchange exchange = one.exchange();
        Optional<ApiVersion> version = exchange.version();
        String below =
                version.map(known -> ServicePaths.below(known, exchange.path())).orElse(exchange.path());
        boolean isOtherMethod = !calls.isMethod(exchange.method());
        int segments = isOtherLogin(exchange) ? 1 : calls.differingSegments(below);
        Map<String, JsonNode> differences = new LinkedHashMap<>();
        if (isOtherMethod) {
            differences.put("method", StringNode.valueOf(exchange.method()));
        }
        if (version.isEmpty()) {
            differences.put("version", MissingNode.getInstance());
        }
        if (segments > 0) {
            differences.put("path", StringNode.valueOf(below));
        }
        compareBody(differences, exchange);
        expected.query().forEach((name, value) -> compare(differences, "?" + name, value, parameter(exchange, name)));
        expected.headers()
                .forEach((name, value) -> compare(differences, "header " + name, value, exchange.header(name)));
        int parts = segments + (isOtherMethod ? 1 : 0) + (version.isEmpty() ? 1 : 0);
        return new NearCall(
                one.number(),
                exchange,
                new NearCall.Distance(parts, isOtherMethod, segments == 0 ? 0 : letters(below)),
                differences);
    }

    private int letters(String path) {
        return EditDistance.between(shortened(expected.path()), shortened(path));
    }

    private static String shortened(String path) {
        return path.substring(0, Math.min(MOST_LETTERS, path.length()));
    }

    private void compareBody(Map<String, JsonNode> differences, Exchange exchange) {
        if (lacksBody(exchange)) {
            return;
        }
        JsonNode body = json.isEmpty()
                ? MissingNode.getInstance()
                : exchange.requestBytes().map(CallComparison::read).orElse(MissingNode.getInstance());
        json.forEach((path, value) -> {
            if (!value.equals(BY_VALUE, path.in(body))) {
                differences.put(path.toString(), path.in(body));
            }
        });
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
}
