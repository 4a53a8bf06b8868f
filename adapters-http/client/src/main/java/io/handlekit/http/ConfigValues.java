package io.handlekit.http;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The texts of a configuration by key, and the faults found while reading them. A key is written as in an environment,
 * without its prefix.
 */
final class ConfigValues {
    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern SERVICE_LINK = Pattern.compile(
            "(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
    private static final Pattern PORT_LINK = Pattern.compile("(\\w+_)?PORT");
    private static final Pattern URL = Pattern.compile("(tcp|udp|sctp)://");

    private final KeyStyle style;
    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> damaged = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    /** Takes the texts whose key has the prefix; an unknown key is a fault, an empty value counts as missing. */
    ConfigValues(Map<String, String> texts, KeyStyle style, Set<String> known) {
        this.style = style;
        new TreeMap<>(texts).forEach((name, value) -> style.key(name).ifPresent(key -> take(key, value, known)));
    }

    private void take(String key, String value, Set<String> known) {
        if (!known.contains(key)) {
            if (!isServiceLink(key, value)) {
                fault("Unknown configuration key " + name(key));
            }
        } else if (!value.isEmpty()) {
            values.put(key, value);
            checkDamage(key, value);
        }
    }

    /**
     * Kubernetes sets such variables for each service of a namespace, and a service may have our prefix as its name.
     */
    private static boolean isServiceLink(String key, String value) {
        return SERVICE_LINK.matcher(key).matches()
                || (PORT_LINK.matcher(key).matches() && URL.matcher(value).lookingAt());
    }

    /** Finds the signs of a value that was damaged on its way, such as a secret that a tool decoded or printed. */
    private void checkDamage(String key, String value) {
        if (value.indexOf(REPLACEMENT) >= 0) {
            damaged.add(key);
            fault(name(key) + " contains \\uFFFD: it was decoded with the wrong charset");
        }
        String content = value.replaceAll("[\r\n]+\\z", "");
        if (content.length() < value.length()) {
            damaged.add(key);
            String end = value.substring(content.length()).replace("\r", "\\r").replace("\n", "\\n");
            fault(name(key) + " ends with " + end + ": remove the line break");
        }
    }

    /** Returns the key as the user writes it. */
    String name(String key) {
        return style.name(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns the value, if there is one and it is not damaged. */
    Optional<String> intact(String key) {
        return damaged.contains(key) ? Optional.empty() : Optional.ofNullable(values.get(key));
    }

    /** Returns the value, or an empty text. */
    String text(String key) {
        return values.getOrDefault(key, "");
    }

    Set<String> keys() {
        return values.keySet();
    }

    /**
     * Returns the value that the reader makes of the text. A text that it refuses is a fault; a damaged text is one
     * already.
     *
     * @param expected what the text must be, for the message
     */
    <T> Optional<T> read(String key, String expected, Function<String, T> reader) {
        try {
            return intact(key).map(reader);
        } catch (IllegalArgumentException | DateTimeException refused) {
            fault(name(key) + " must be " + expected);
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
