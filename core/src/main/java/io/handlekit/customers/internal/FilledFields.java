package io.handlekit.customers.internal;

import java.util.StringJoiner;

/** Writes a {@code toString} that names what is filled in and shows none of it. */
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
