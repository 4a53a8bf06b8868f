package io.handlekit.customers.policy.internal;

import io.handlekit.customers.policy.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a reference is written into comments, and read there again. No reference has the signs around it, so none can be
 * taken for a part of another; and a marker has no line break, so none comes about where two lines meet.
 */
public final class Marker {
    private static final String PLACE = "{reference}";

    /** Signs that a search, a database or a web page may read in another way than they were written. */
    private static final String RISKY = "*%\\<>&\"'`";

    private final String before;
    private final String after;

    private Marker(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /**
     * A marker of this form.
     *
     * @throws IllegalArgumentException unless the template has its place once, is printable ASCII without {@link
     *     #RISKY}, and has around the place what no reference has
     */
    public static Marker of(String template) {
        String[] around = template.split(Pattern.quote(PLACE), -1);
        if (around.length != 2
                || !isFramed(around[0], around[1])
                || !template.chars().allMatch(Marker::isSafe)) {
            throw new IllegalArgumentException("a marker has " + PLACE
                    + " once, between signs that no reference has, neither begins nor ends with a space, and is of"
                    + " printable ASCII without " + RISKY);
        }
        return new Marker(around[0], around[1]);
    }

    private static boolean isFramed(String before, String after) {
        return !before.isEmpty()
                && !after.isEmpty()
                && before.charAt(0) != ' '
                && after.charAt(after.length() - 1) != ' '
                && !Reference.isAllowed(before.charAt(before.length() - 1))
                && !Reference.isAllowed(after.charAt(0));
    }

    private static boolean isSafe(int c) {
        return c >= ' ' && c <= '~' && RISKY.indexOf(c) < 0;
    }

    /** The marker for a reference. */
    public String of(Reference reference) {
        return before + reference.value() + after;
    }

    /** The comments with the marker for this reference and no other, first, in case the service cuts long texts off. */
    public String into(String comments, Reference reference) {
        return joined(Stream.of(reference), without(comments));
    }

    /** The references in comments, each once. */
    public Set<Reference> in(String comments) {
        return found(comments).stream()
                .map(found -> new Reference(
                        comments.substring(found.start() + before.length(), found.end() - after.length())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The comments without any marker, and without the line break after it. */
    public String without(String comments) {
        String text = comments;
        for (List<Span> found = found(text); !found.isEmpty(); found = found(text)) {
            Span last = found.get(found.size() - 1);
            text = text.substring(0, last.start()) + text.substring(afterBreak(text, last.end()));
        }
        return text;
    }

    /** The next comments, with those markers of the current ones that they lack. */
    public String kept(String current, String next) {
        Set<Reference> missing = in(current);
        missing.removeAll(in(next));
        return missing.isEmpty() ? next : joined(missing.stream(), next);
    }

    private String joined(Stream<Reference> references, String comments) {
        String markers = references.map(this::of).collect(Collectors.joining("\n"));
        return comments.isEmpty() ? markers : markers + "\n" + comments;
    }

    private List<Span> found(String comments) {
        List<Span> found = new ArrayList<>(1);
        int at = comments.indexOf(before);
        while (at >= 0) {
            int start = at + before.length();
            int end = start;
            while (end < comments.length() && Reference.isAllowed(comments.charAt(end))) {
                end++;
            }
            int next = at + 1;
            if (end > start && end - start <= Reference.MAX_LENGTH && comments.startsWith(after, end)) {
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

    /** Where a marker stands. */
    private record Span(int start, int end) {}
}
