package io.handlekit.customers.internal;

import java.util.StringJoiner;

/** A builder for a {@code toString} that names the filled parts of a value and none of their contents. */
public final class FilledFields {
    private final StringJoiner names;

    private FilledFields(String type) {
        names = new StringJoiner(", ", type + "[", "]");
    }

    public static FilledFields in(String type) {
        return new FilledFields(type);
    }

    public FilledFields part(String name, boolean empty) {
        if (!empty) {
            names.add(name);
        }
        return this;
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
