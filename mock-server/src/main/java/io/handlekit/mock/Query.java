package io.handlekit.mock;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The query of a request. A parameter that is missing or empty was not given; of one given twice, the first counts. */
final class Query {
    private final Map<String, List<String>> parameters;

    /** Notes the parameters that are not among the known ones. */
    Query(Map<String, List<String>> parameters, Set<String> known, Ignored ignored) {
        this.parameters = parameters;
        parameters.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> ignored.unknown("?" + name));
    }

    String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
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
