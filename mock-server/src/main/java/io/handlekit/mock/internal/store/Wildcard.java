package io.handlekit.mock.internal.store;

import java.util.List;
import java.util.regex.Pattern;

/** A pattern of a list: {@code *} stands for any text, capitals for small letters too. */
final class Wildcard {
    private static final Pattern STARS = Pattern.compile("\\*+");

    /** What has to be there in this order: at the start, in between, and at the end. */
    private final List<String> pieces;

    Wildcard(String pattern, boolean bareIsSubstring) {
        boolean bare = pattern.indexOf('*') < 0;
        String whole = bare && bareIsSubstring ? "*" + pattern + "*" : pattern;
        pieces = List.of(STARS.split(folded(whole), -1));
    }

    boolean fits(String text) {
        String folded = folded(text);
        String first = pieces.get(0);
        String last = pieces.get(pieces.size() - 1);
        if (pieces.size() == 1) {
            return folded.equals(first);
        }
        int end = folded.length() - last.length();
        return folded.startsWith(first) && folded.endsWith(last) && fitsBetween(folded, first.length(), end);
    }

    /** The leftmost place is good enough for each piece, so nothing is ever tried twice. */
    private boolean fitsBetween(String folded, int start, int end) {
        int from = start;
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int at = folded.indexOf(piece, from);
            if (at < 0) {
                return false;
            }
            from = at + piece.length();
        }
        return from <= end;
    }

    /** Character by character, so that a prefix of a text folds to a prefix of what the text folds to. */
    private static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Character.toLowerCase(Character.toUpperCase(folded[i]));
        }
        return new String(folded);
    }
}
