package io.handlekit.conformance;

/** What has to be equal. */
final class Must {
    private Must() {}

    static void beEqual(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", but it is " + actual);
        }
    }
}
