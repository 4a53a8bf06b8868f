package io.handlekit.http;

import java.util.Locale;
import java.util.Optional;

/** How a user writes the keys of a configuration. */
enum KeyStyle {
    /** As in {@code OPENPROVIDER_BASE_URL}. */
    ENVIRONMENT("OPENPROVIDER_"),
    /** As in {@code openprovider.base-url}. */
    PROPERTY("openprovider.");

    private final String prefix;

    KeyStyle(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the name that the user writes for a key such as {@code BASE_URL}. */
    String name(String key) {
        return prefix + (this == PROPERTY ? key.toLowerCase(Locale.ROOT).replace('_', '-') : key);
    }

    /** Returns the key of a name, or empty if the name lacks the prefix. */
    Optional<String> key(String name) {
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        return Optional.of(this == PROPERTY ? rest.toUpperCase(Locale.ROOT).replace('-', '_') : rest);
    }
}
