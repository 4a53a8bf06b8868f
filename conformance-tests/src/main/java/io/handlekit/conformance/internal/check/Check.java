package io.handlekit.conformance.internal.check;

/** Comparisons that fail a rule with an {@link AssertionError}. */
public final class Check {
    private Check() {}

    /** Verifies that the actual value equals the expected one. The message names the value and shows both. */
    public static void equal(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", got " + actual);
        }
    }

    /** Verifies that the text starts with the expected one. The message shows the text's first line. */
    public static void startsWith(String expected, String text) {
        if (!text.startsWith(expected)) {
            throw new AssertionError("expected a text that starts with " + expected + ", got " + firstLine(text));
        }
    }

    /** Verifies that the text ends with the expected one. Both may be long, so the message shows only a first line. */
    public static void endsWith(String expected, String text) {
        if (!text.endsWith(expected)) {
            throw new AssertionError("unexpected end of the text whose first line is " + firstLine(text));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
