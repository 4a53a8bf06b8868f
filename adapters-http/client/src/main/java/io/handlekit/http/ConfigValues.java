package io.handlekit.http;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The texts of a configuration by key, and the faults found while reading them. Keys are without their prefix. */
final class ConfigValues {
    static final String PREFIX = "OPENPROVIDER_";

    private final Map<String, String> values = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Takes the texts whose key has the prefix; an unknown key is a fault, an empty value counts as missing. */
    ConfigValues(Map<String, String> texts, Set<String> known) {
        new TreeMap<>(texts).forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                take(name.substring(PREFIX.length()), value, known);
            }
        });
    }

    private void take(String key, String value, Set<String> known) {
        if (!known.contains(key)) {
            fault("Unknown configuration key " + PREFIX + key);
        } else if (!value.isEmpty()) {
            values.put(key, value);
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns the value, or an empty text. */
    String text(String key) {
        return values.getOrDefault(key, "");
    }

    Set<String> keys() {
        return values.keySet();
    }

    /**
     * Returns the value that the reader makes of the text. A text that it refuses is a fault.
     *
     * @param expected what the text must be, for the message
     */
    <T> Optional<T> read(String key, String expected, Function<String, T> reader) {
        try {
            return Optional.ofNullable(values.get(key)).map(reader);
        } catch (IllegalArgumentException | DateTimeException refused) {
            fault(PREFIX + key + " must be " + expected);
            return Optional.empty();
        }
    }

    void fault(String message) {
        faults.add(message);
    }

    /** Throws one exception with all faults, if there are any. */
    void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
