package io.handlekit.benchmarks.mock;

/** The part of a page that the benchmark writes, between two comments. */
final class GeneratedPart {
    private static final String START = "<!-- mock: written by mvn -Pbenchmarks verify -->\n";
    private static final String END = "<!-- mock: end -->\n";

    private GeneratedPart() {}

    /** Returns a page with another text in that part. */
    static String replaced(String page, String text) {
        int start = page.indexOf(START);
        int end = page.indexOf(END);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("the page lacks the comments around the generated part");
        }
        return page.substring(0, start + START.length()) + text + page.substring(end);
    }
}
