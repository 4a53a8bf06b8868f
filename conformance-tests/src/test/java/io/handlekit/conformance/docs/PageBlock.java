package io.handlekit.conformance.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code block of a page whose commands are run. The comment above it says what it is: {@code <!-- file: path -->} is the
 * content of a file, {@code <!-- prints -->} a part of what the commands before it print, and {@code <!-- not run: why -->}
 * only for the reader. A shell block without a comment is run.
 *
 * @param section the heading above it
 * @param what the kind of block
 * @param path the path of a file, otherwise empty
 * @param text the lines between the fences
 */
record PageBlock(String section, What what, String path, String text) {
    private static final Pattern PART = Pattern.compile(
            "^## (?<heading>[^\\n]+)$|(?:^<!-- (?<comment>[^>]*) -->\\n)?^```(?<language>\\w*)\\n(?<text>.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final String FILE = "file: ";

    /** What becomes of a block. */
    enum What {
        FILE,
        RUN,
        PRINTED,
        SHOWN
    }

    /**
     * Returns the blocks of a page in their order.
     *
     * @throws IllegalArgumentException if a block without a comment is not a shell block
     */
    static List<PageBlock> of(String markdown) {
        List<PageBlock> blocks = new ArrayList<>();
        Matcher part = PART.matcher(markdown);
        String section = "";
        while (part.find()) {
            if (part.group("heading") == null) {
                blocks.add(of(section, part));
            } else {
                section = part.group("heading");
            }
        }
        return blocks;
    }

    private static PageBlock of(String section, Matcher part) {
        String comment = part.group("comment") == null ? "" : part.group("comment");
        String text = part.group("text");
        if (comment.startsWith(FILE)) {
            return new PageBlock(section, What.FILE, comment.substring(FILE.length()), text);
        }
        if (comment.equals("prints")) {
            return new PageBlock(section, What.PRINTED, "", text);
        }
        if (comment.startsWith("not run: ")) {
            return new PageBlock(section, What.SHOWN, "", text);
        }
        if (part.group("language").equals("sh")) {
            return new PageBlock(section, What.RUN, "", text);
        }
        throw new IllegalArgumentException("nothing says what this block is:\n" + text);
    }
}
