package io.handlekit.mock.internal.base;

/** Names that a client sent, made safe to be quoted in an answer. */
public final class QuotedName {
    private static final int LONGEST = 100;

    private QuotedName() {}

    /** Returns the name in at most 100 printable ASCII characters, fit for a header or a line of text. */
    public static String shown(String name) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return start.replaceAll("[^!-+\\--~]", "?");
    }
}
