package io.handlekit.customers.internal;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Questions about the characters of a text, as Unicode answers them. White space and invisible characters include what
 * {@link String#isBlank()} leaves out: no-break spaces, zero-width and other format characters, and fillers.
 */
public final class UnicodeText {
    /** The code point below which every text is in NFC. */
    private static final int FIRST_COMBINING_MARK = 0x300;

    private UnicodeText() {}

    /** Returns true if the text has only white space and invisible characters, or is empty. */
    public static boolean isBlank(String text) {
        return !has(text, c -> !isBlank(c));
    }

    /** Returns true if the text begins or ends with white space or an invisible character. */
    public static boolean isPadded(String text) {
        return !text.isEmpty() && (isBlank(text.codePointAt(0)) || isBlank(text.codePointBefore(text.length())));
    }

    /** Returns true if the text contains white space. */
    public static boolean hasWhiteSpace(String text) {
        return has(text, UnicodeText::isWhiteSpace);
    }

    /** Returns true if the text contains a character that no font shows. White space and controls do not count. */
    public static boolean hasInvisible(String text) {
        return has(text, UnicodeText::isInvisible);
    }

    /** Returns true if the text contains a control character, such as a line break or NUL. */
    public static boolean hasControl(String text) {
        return has(text, Character::isISOControl);
    }

    /** Returns true if the text is in Unicode's normalization form C. */
    public static boolean isNormalized(String text) {
        return !has(text, c -> c >= FIRST_COMBINING_MARK) || Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /**
     * Returns true if the text is printable ASCII without spaces at its ends. Nearly every text is, and none of the
     * other questions has to be asked of it.
     */
    public static boolean isPlain(String text) {
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && (i == 0 || i == last))) {
                return false;
            }
        }
        return true;
    }

    /** A loop, because a stream for each question about each text was most of what the rules allocated. */
    private static boolean has(String text, IntPredicate property) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (property.test(c)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private static boolean isBlank(int c) {
        return isWhiteSpace(c) || isInvisible(c);
    }

    /** White_Space of Unicode, and the separators that only Java counts. */
    private static boolean isWhiteSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isInvisible(int c) {
        if (c < 0xad) {
            return false;
        }
        return Character.getType(c) == Character.FORMAT ? !isVisibleFormat(c) : isIgnorable(c);
    }

    /** Format characters with a glyph: signs over Arabic, Syriac and Kaithi numbers. */
    private static boolean isVisibleFormat(int c) {
        return (c >= 0x600 && c <= 0x605)
                || c == 0x6dd
                || c == 0x70f
                || c == 0x890
                || c == 0x891
                || c == 0x8e2
                || c == 0x110bd
                || c == 0x110cd;
    }

    /** Default_Ignorable_Code_Point of Unicode without the format characters, and the blank pattern of braille. */
    private static boolean isIgnorable(int c) {
        return c == 0x34f
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x2065
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xffa0
                || (c >= 0xfff0 && c <= 0xfff8)
                || (c >= 0xe0000 && c <= 0xe0fff);
    }
}
