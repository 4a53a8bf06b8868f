package io.handlekit.mock.internal.command;

/** The signs that a value was changed on its way from a file, a shell or an environment with another encoding. */
final class MangledText {
    private static final char REPLACEMENT = '\uFFFD';

    private MangledText() {}

    /**
     * Refuses a value with such a sign.
     *
     * @throws IllegalArgumentException if it has one; the message does not show the rest of the value
     */
    static void refuse(String value) {
        if (value.indexOf(REPLACEMENT) >= 0) {
            throw new IllegalArgumentException(
                    "contains \\uFFFD, which replaces a character that got lost: check the encoding");
        }
        if (value.endsWith("\r") || value.endsWith("\n")) {
            String end = value.endsWith("\r\n") ? "\\r\\n" : value.endsWith("\n") ? "\\n" : "\\r";
            throw new IllegalArgumentException("ends with " + end + ": remove the line end");
        }
    }
}
