package io.handlekit.benchmarks;

/** The part of a page that a benchmark writes, between two comments. */
public final class GeneratedPart {
    private GeneratedPart() {}

    /** Returns a page with another text in the part of that name. */
    public static String replaced(String page, String name, String text) {
        String comment = "<!-- " + name + ": written by ";
        int start = page.indexOf('\n', page.indexOf(comment)) + 1;
        int end = page.indexOf("<!-- " + name + ": end -->\n");
        if (!page.contains(comment) || end < start) {
            throw new IllegalArgumentException("the page lacks the comments around the part '" + name + "'");
        }
        return page.substring(0, start) + text + page.substring(end);
    }
}
