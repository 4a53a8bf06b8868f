package io.handlekit.mock;

import io.handlekit.customers.CustomerQuery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query of a request. A parameter that is missing or empty was not given; of one given twice, the first counts. */
final class Query {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /**
     * Reads a query and notes the parameters that are not among the known ones.
     *
     * @throws WireFault if an escape in it is broken: a filter that is not understood must not list everybody
     */
    Query(@Nullable String query, Set<String> known, Ignored ignored) {
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
            if (!name.isEmpty() || !value.isEmpty()) {
                parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        parameters.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> ignored.unknown("?" + name));
    }

    String text(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    /** All texts that were given and are not empty. */
    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** How many results are asked for: 0 is as good as nothing, and there is a bound. */
    int limit(Behaviour behaviour) {
        int limit = number("limit").orElse(0);
        if (limit > CustomerQuery.MAX_LIMIT && behaviour.is(Switch.LargeLimit.REFUSE)) {
            throw new WireFault(
                    WireFault.Kind.REFUSED, "?limit: at most " + CustomerQuery.MAX_LIMIT + " results are listed");
        }
        return limit == 0 ? CustomerQuery.DEFAULT_LIMIT : Math.min(limit, CustomerQuery.MAX_LIMIT);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            throw new WireFault(WireFault.Kind.WRONG_TYPE, "the query has a broken escape");
        }
    }

    /** A whole number, not negative. */
    OptionalInt number(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException notWhole) {
            // Told below, without the text.
        }
        throw expected(name, "a whole number from 0 to " + Integer.MAX_VALUE);
    }

    /** A whole number of any sign; 0 if it was not given. */
    long seed(String name) {
        try {
            return text(name).isEmpty() ? 0 : Long.parseLong(text(name));
        } catch (NumberFormatException notWhole) {
            throw expected(name, "a whole number of 64 bits");
        }
    }

    boolean flag(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "", "false", "0" -> false;
            default -> throw expected(name, "true, false, 1 or 0");
        };
    }

    static WireFault expected(String name, String what) {
        return new WireFault(WireFault.Kind.WRONG_TYPE, "?" + name + ": " + what + " is expected");
    }
}
