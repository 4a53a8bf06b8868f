package io.handlekit.conformance;

/** What has to be so. */
final class Must {
    private Must() {}

    static void beEqual(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", but it is " + actual);
        }
    }

    static void startWith(String start, String text) {
        if (!text.startsWith(start)) {
            throw new AssertionError("expected " + start + " at the start of " + firstLine(text));
        }
    }

    /** Says nothing of the texts, which may be long. */
    static void endWith(String end, String text) {
        if (!text.endsWith(end)) {
            throw new AssertionError("the end is another one than expected in " + firstLine(text));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
