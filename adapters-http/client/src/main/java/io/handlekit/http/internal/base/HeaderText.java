package io.handlekit.http.internal.base;

/** Checks for text that is sent in an HTTP header. */
public final class HeaderText {
    private static final int DELETE = 127;

    private HeaderText() {}

    /** Returns true if the text is printable ASCII, spaces included. */
    public static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < DELETE);
    }

    /** Returns true if the text is not empty and is printable ASCII without spaces. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && text.indexOf(' ') < 0 && isPrintable(text);
    }
}
