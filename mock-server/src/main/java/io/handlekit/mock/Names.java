package io.handlekit.mock;

/** Names that a client sent, on their way back to it. */
final class Names {
    private static final int LONGEST = 100;

    private Names() {}

    /** Printable ASCII of a bounded length, which can stand in a header and in a line of text. */
    static String shown(String name) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return start.replaceAll("[^!-+\\--~]", "?");
    }
}
