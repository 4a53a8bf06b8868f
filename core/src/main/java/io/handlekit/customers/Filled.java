package io.handlekit.customers;

import java.util.StringJoiner;

/** Writes a {@code toString} that names what is filled in and shows none of it. */
final class Filled {
    private final StringJoiner names;

    private Filled(String type) {
        names = new StringJoiner(", ", type + "[", "]");
    }

    static Filled in(String type) {
        return new Filled(type);
    }

    Filled part(String name, boolean empty) {
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
