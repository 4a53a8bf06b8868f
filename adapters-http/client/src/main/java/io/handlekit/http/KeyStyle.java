package io.handlekit.http;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a user writes the keys of a configuration. */
enum KeyStyle {
    /** As in {@code OPENPROVIDER_BASE_URL}. */
    ENVIRONMENT("OPENPROVIDER_", key -> key, name -> name),
    /** As in {@code openprovider.base-url}. */
    PROPERTY(
            "openprovider.",
            key -> key.toLowerCase(Locale.ROOT).replace('_', '-'),
            name -> name.toUpperCase(Locale.ROOT).replace('-', '_'));

    private final String prefix;
    private final UnaryOperator<String> writer;
    private final UnaryOperator<String> reader;

    KeyStyle(String prefix, UnaryOperator<String> writer, UnaryOperator<String> reader) {
        this.prefix = prefix;
        this.writer = writer;
        this.reader = reader;
    }

    /** Returns the name that the user writes for a key such as {@code BASE_URL}. */
    String name(String key) {
        return prefix + writer.apply(key);
    }

    /** Returns the key of a name, or empty if the name lacks the prefix. */
    Optional<String> key(String name) {
        return name.startsWith(prefix) ? Optional.of(reader.apply(name.substring(prefix.length()))) : Optional.empty();
    }
}
