package io.handlekit.customers.validation;

import io.handlekit.customers.internal.UnicodeText;

/**
 * The rules for any text of a customer, for programs that generate or check texts themselves.
 *
 * <pre>{@code
 * TextRules.isBlank(" ");     // true: counts as missing where a text is required
 * TextRules.isClean("Łódź");  // true: gets no finding
 * TextRules.isClean("Łódź "); // false: ends in white space
 * }</pre>
 */
public final class TextRules {
    private TextRules() {}

    /**
     * Returns true if {@link CustomerRules} treat the text as missing: it is empty, or has only white space and
     * invisible characters of Unicode, such as no-break spaces, zero-width spaces and line separators.
     */
    public static boolean isBlank(String text) {
        return UnicodeText.isBlank(text);
    }

    /**
     * Returns true if {@link CustomerRules} have no finding for the text as a single line: it does not begin or end
     * with white space, is in Unicode's normalization form C, and has no control or invisible characters. An empty text
     * is clean. Fields with a format, such as postal codes, have rules of their own on top.
     */
    public static boolean isClean(String text) {
        return UnicodeText.isPlain(text)
                || (!UnicodeText.isPadded(text)
                        && UnicodeText.isNormalized(text)
                        && !UnicodeText.hasInvisible(text)
                        && !UnicodeText.hasControl(text));
    }
}
