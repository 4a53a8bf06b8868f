package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page under docs whose middle part is written by a test: what the test saw. */
public final class GeneratedPage {
    private static final String START = "<!-- generated: start -->\n";
    private static final String END = "<!-- generated: end -->\n";

    private GeneratedPage() {}

    /** Writes the page as it should be to {@code target}, then asserts that the page in docs is the same. */
    public static void mustSay(String name, String seen) throws IOException {
        String document = Files.readString(Path.of("..", "docs", name));
        String expected = document.substring(0, document.indexOf(START) + START.length())
                + seen
                + "\n"
                + document.substring(document.indexOf(END));
        Files.writeString(Path.of("target", name), expected);

        assertThat(document)
                .as("docs/%1$s is out of date: check what changed, then copy conformance-tests/target/%1$s", name)
                .isEqualTo(expected);
    }
}
