package io.handlekit.customers.policy.internal;

import java.util.Objects;

/** The length and the characters of a reference. {@link Marker} relies on them to see where a reference ends. */
public final class ReferenceText {
    /** The length of the longest reference. */
    public static final int MAX_LENGTH = 100;

    private static final String SIGNS = "-_.:/@+#=";

    private ReferenceText() {}

    /**
     * Checks a reference.
     *
     * @throws IllegalArgumentException if the text is no reference; the message does not repeat the text
     */
    public static void require(String text) {
        Objects.requireNonNull(text, "value");
        if (text.isEmpty()) {
            throw refused("it is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw refused("it has " + text.length() + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                throw refused("character " + (i + 1) + " of " + text.length() + " is not allowed");
            }
        }
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("invalid reference: " + reason + "; a reference has 1 to " + MAX_LENGTH
                + " characters, each an ASCII letter, a digit or one of " + SIGNS);
    }

    /** Returns true if a reference may contain this character. */
    static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || SIGNS.indexOf(c) >= 0;
    }
}
