package io.handlekit.mock.internal.store;

import java.util.List;
import java.util.regex.Pattern;

/** A pattern of a list: {@code *} matches any text, and case does not matter. */
public final class Wildcard {
    private static final Pattern STARS = Pattern.compile("\\*+");

    /** The texts that must appear in this order: at the start, in between, and at the end. */
    private final List<String> pieces;

    /** Reads a pattern. */
    public Wildcard(String pattern, boolean bareIsSubstring) {
        boolean bare = pattern.indexOf('*') < 0;
        String whole = bare && bareIsSubstring ? "*" + pattern + "*" : pattern;
        pieces = List.of(STARS.split(CaseFolding.fold(whole), -1));
    }

    /** Returns the text with which every match starts, whatever its case; empty if any start will do. */
    public String start() {
        return pieces.get(0);
    }

    /**
     * Returns the folded texts that must appear in this order: at the start, in between, and at the end. A single one is
     * the whole text.
     */
    public List<String> pieces() {
        return pieces;
    }

    /** Returns true if a text matches. */
    public boolean matches(String text) {
        String first = pieces.get(0);
        if (pieces.size() == 1) {
            return text.length() == first.length() && CaseFolding.hasAt(text, 0, first);
        }
        String last = pieces.get(pieces.size() - 1);
        int end = text.length() - last.length();
        return CaseFolding.hasAt(text, 0, first)
                && CaseFolding.hasAt(text, end, last)
                && matchesBetween(text, first.length(), end);
    }

    /** Takes the leftmost place for each piece: if any places match, those do, so nothing is tried twice. */
    private boolean matchesBetween(String text, int start, int end) {
        int from = start;
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int at = CaseFolding.indexOf(text, piece, from);
            if (at < 0) {
                return false;
            }
            from = at + piece.length();
        }
        return from <= end;
    }
}
