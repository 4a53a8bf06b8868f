package io.handlekit.mock.internal.command;

import java.util.Optional;

/** The signs that a value was changed on its way from a file, a shell or an environment with another encoding. */
final class MangledText {
    private static final char REPLACEMENT = '\uFFFD';

    private MangledText() {}

    /** Returns a sentence about the sign in the value, without the rest of it; empty if there is none. */
    static Optional<String> complaint(String value) {
        if (value.indexOf(REPLACEMENT) >= 0) {
            return Optional.of("contains \\uFFFD, which replaces a character that got lost: check the encoding");
        }
        if (value.endsWith("\r") || value.endsWith("\n")) {
            String end = value.endsWith("\r\n") ? "\\r\\n" : value.endsWith("\n") ? "\\n" : "\\r";
            return Optional.of("ends with " + end + ": remove the line end");
        }
        return Optional.empty();
    }
}
