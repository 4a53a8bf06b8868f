package io.handlekit.conformance.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation, of which a test writes the middle: what it has seen. */
public final class GeneratedPage {
    private static final String START = "<!-- From here on a test speaks. -->\n";
    private static final String END = "<!-- Here the test ends. -->\n";

    private GeneratedPage() {}

    /** Leaves the page as it should be in {@code target}, where it can be copied from. */
    public static void mustSay(String name, String seen) throws IOException {
        String document = Files.readString(Path.of("..", "docs", name));
        String expected = document.substring(0, document.indexOf(START) + START.length())
                + seen
                + "\n"
                + document.substring(document.indexOf(END));
        Files.writeString(Path.of("target", name), expected);

        assertThat(document)
                .as("docs/%s is not what was seen; conformance-tests/target/%s has what it should be", name, name)
                .isEqualTo(expected);
    }
}
