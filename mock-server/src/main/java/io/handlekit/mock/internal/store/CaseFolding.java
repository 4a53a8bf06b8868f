package io.handlekit.mock.internal.store;

import java.util.Comparator;

/**
 * The folding of case that lists search and sort by, the same in every store. It goes character by character, so that a
 * prefix of a text stays a prefix of the folded text.
 */
public final class CaseFolding {
    /** The order of folded texts, without folding them first: by UTF-16 code units. */
    public static final Comparator<String> ORDER = CaseFolding::compare;

    private CaseFolding() {}

    /** Returns a text that is the same for all texts that differ only in case. */
    public static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    /** Returns true if a text has a folded text at a place, whatever its own case. */
    static boolean hasAt(String text, int at, String folded) {
        if (at < 0 || at + folded.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < folded.length(); i++) {
            if (fold(text.charAt(at + i)) != folded.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first place of a folded text at or after a place of a text, whatever the case of that; -1 if none. */
    static int indexOf(String text, String folded, int from) {
        for (int at = from; at <= text.length() - folded.length(); at++) {
            if (hasAt(text, at, folded)) {
                return at;
            }
        }
        return -1;
    }

    /** ASCII goes without the tables: a list without an index folds every character that it searches. */
    private static char fold(char one) {
        if (one < 0x80) {
            return 'A' <= one && one <= 'Z' ? (char) (one + ('a' - 'A')) : one;
        }
        return Character.toLowerCase(Character.toUpperCase(one));
    }

    private static int compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            int difference = fold(left.charAt(i)) - fold(right.charAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        return left.length() - right.length();
    }
}
