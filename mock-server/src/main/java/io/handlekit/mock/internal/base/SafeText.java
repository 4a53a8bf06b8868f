package io.handlekit.mock.internal.base;

/** Text that can be written as UTF-8. JSON can escape half a surrogate pair; it becomes the replacement character. */
public final class SafeText {
    private SafeText() {}

    /** Returns the text with each half of a surrogate pair replaced. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceHalves(text);
            }
        }
        return text;
    }

    private static String replaceHalves(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
