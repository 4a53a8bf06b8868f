package io.handlekit.customers.policy.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The format in which a reference is written into comments, and read back.
 *
 * <p>No reference contains the characters around it, so no reference is found inside a longer one. A marker has no line
 * break, so no marker arises where two lines meet.
 */
public final class Marker {
    private static final String PLACEHOLDER = "{reference}";

    /** Characters that a search, a database or a web page may read differently. */
    private static final String RISKY = "*%\\<>&\"'`";

    private final String before;
    private final String after;

    private Marker(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Creates a marker from a template.
     *
     * @throws IllegalArgumentException unless the template contains the placeholder once, between characters that no
     *     reference has, and is printable ASCII without {@link #RISKY}, with no space at either end
     */
    public static Marker fromTemplate(String template) {
        String[] around = template.split(Pattern.quote(PLACEHOLDER), -1);
        if (around.length != 2
                || !isFramed(around[0], around[1])
                || !template.chars().allMatch(Marker::isSafe)) {
            throw new IllegalArgumentException("invalid marker template: it must contain " + PLACEHOLDER
                    + " once, between characters that no reference has, must not begin or end with a space, and must"
                    + " be printable ASCII without " + RISKY + ", such as [ref: " + PLACEHOLDER + "]");
        }
        return new Marker(around[0], around[1]);
    }

    private static boolean isFramed(String before, String after) {
        return !before.isEmpty()
                && !after.isEmpty()
                && before.charAt(0) != ' '
                && after.charAt(after.length() - 1) != ' '
                && !ReferenceText.isAllowed(before.charAt(before.length() - 1))
                && !ReferenceText.isAllowed(after.charAt(0));
    }

    private static boolean isSafe(int c) {
        return c >= ' ' && c <= '~' && RISKY.indexOf(c) < 0;
    }

    /** Returns the marker of a reference. */
    public String textOf(String reference) {
        return before + reference + after;
    }

    /** Returns the comments with this reference's marker alone, first in case the service cuts off long texts. */
    public String into(String comments, String reference) {
        return joined(Stream.of(reference), without(comments));
    }

    /** Returns the references in comments, each once. */
    public Set<String> in(String comments) {
        return found(comments).stream()
                .map(found -> comments.substring(found.start() + before.length(), found.end() - after.length()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the comments without any marker and without the line break after it. */
    public String without(String comments) {
        String text = comments;
        for (List<Span> found = found(text); !found.isEmpty(); found = found(text)) {
            Span last = found.get(found.size() - 1);
            text = text.substring(0, last.start()) + text.substring(afterBreak(text, last.end()));
        }
        return text;
    }

    /** Returns the next comments, preceded by those markers of the current comments that they lack. */
    public String kept(String current, String next) {
        Set<String> missing = in(current);
        missing.removeAll(in(next));
        return missing.isEmpty() ? next : joined(missing.stream(), next);
    }

    private String joined(Stream<String> references, String comments) {
        String markers = references.map(this::textOf).collect(Collectors.joining("\n"));
        return comments.isEmpty() ? markers : markers + "\n" + comments;
    }

    private List<Span> found(String comments) {
        List<Span> found = new ArrayList<>(1);
        int at = comments.indexOf(before);
        while (at >= 0) {
            int start = at + before.length();
            int end = start;
            while (end < comments.length() && ReferenceText.isAllowed(comments.charAt(end))) {
                end++;
            }
            int next = at + 1;
            if (end > start && end - start <= ReferenceText.MAX_LENGTH && comments.startsWith(after, end)) {
                next = end + after.length();
                found.add(new Span(at, next));
            }
            at = comments.indexOf(before, next);
        }
        return found;
    }

    private static int afterBreak(String text, int end) {
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        }
        return text.startsWith("\n", end) ? end + 1 : end;
    }

    /** The position of a marker in comments. */
    private record Span(int start, int end) {}
}
