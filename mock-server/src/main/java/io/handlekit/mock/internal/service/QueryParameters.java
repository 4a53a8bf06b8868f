package io.handlekit.mock.internal.service;

import io.handlekit.customers.CustomerQuery;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.PercentEscapes;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.IgnoredMembers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, in its query or its body. An empty parameter counts as not given; if one is given twice, the
 * first counts.
 */
public final class QueryParameters {
    private static final String IN_QUERY = "?";

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** The prefix of a name in a refusal. */
    private final String place;

    /**
     * Parses a query, and records the parameters that are not among the known ones.
     *
     * @throws BadRequest if an escape in it is broken: a filter that is not understood must not list everybody
     */
    QueryParameters(@Nullable String query, Set<String> known, IgnoredMembers ignored) {
        place = IN_QUERY;
        if (query == null) {
            return;
        }
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
            if (!name.isEmpty() || !value.isEmpty()) {
                parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> ignored.unknown(IN_QUERY + name));
    }

    /** Creates parameters that are members of a body. */
    QueryParameters(Map<String, String> members) {
        place = "";
        members.forEach((name, value) -> parameters.put(name, List.of(value)));
    }

    /** Returns the first value of a parameter; empty if it was not given. */
    public String text(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    /** Returns all values of a parameter that are not empty. */
    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Returns how many results to list: the default for 0 or no limit, and at most the vendor's maximum. */
    public int limit(Behaviour behaviour) {
        int limit = number("limit").orElse(0);
        if (limit > CustomerQuery.MAX_LIMIT && behaviour.is(Switch.LargeLimit.REFUSE)) {
            throw BadRequest.at(BadRequest.Kind.REFUSED, place + "limit", "must be at most " + CustomerQuery.MAX_LIMIT);
        }
        return limit == 0 ? CustomerQuery.DEFAULT_LIMIT : Math.min(limit, CustomerQuery.MAX_LIMIT);
    }

    private static String decoded(String text) {
        try {
            return PercentEscapes.decode(text.replace('+', ' '));
        } catch (IllegalArgumentException brokenEscape) {
            throw new BadRequest(BadRequest.Kind.WRONG_TYPE, "the query has a malformed percent escape");
        }
    }

    /** Returns a whole number that is not negative; empty if it was not given. */
    public OptionalInt number(String name) {
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
            // Reported below, without the text.
        }
        throw expected(name, "a whole number from 0 to " + Integer.MAX_VALUE);
    }

    /** Returns a whole number of any sign; 0 if it was not given. */
    public long seed(String name) {
        try {
            return text(name).isEmpty() ? 0 : Long.parseLong(text(name));
        } catch (NumberFormatException notWhole) {
            throw expected(name, "a whole number of 64 bits");
        }
    }

    /** Returns true if a flag is set. */
    boolean flag(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "", "false", "0" -> false;
            default -> throw expected(name, "true, false, 1 or 0");
        };
    }

    BadRequest expected(String name, String what) {
        return BadRequest.at(BadRequest.Kind.WRONG_TYPE, place + name, what + " is expected");
    }
}
