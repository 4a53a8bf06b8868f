package io.handlekit.mock.internal.base;

/** Names that a client sent, on their way back to it. */
public final class QuotedName {
    private static final int LONGEST = 100;

    private QuotedName() {}

    /** Printable ASCII of a bounded length, which can stand in a header and in a line of text. */
    public static String shown(String name) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return start.replaceAll("[^!-+\\--~]", "?");
    }
}
