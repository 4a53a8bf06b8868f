package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the Java blocks of the README and of the pages under docs are compiled code of this repository. */
class DocumentedExamplesTest {
    private static final Path ROOT = Path.of("..");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_java_block_is_compiled_code(Path page) throws IOException {
        assertThat(JavaBlocks.faults(page.getFileName().toString(), Files.readString(page), ROOT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "conformance-tests/src/test/java/io/handlekit/conformance/quickstart/Quickstart.java#readme",
        "conformance-tests/src/test/resources/it/consumer/src/test/java/example/MyCustomersTest.java#readme",
    })
    void the_readme_shows_the_quickstart_and_the_contract_test(String region) throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("<!-- compiled: " + region + " -->\n```java\n");
    }

    @Test
    void the_readme_has_150_lines_at_most() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "```java\\nint one = 1;\\n```|page:1 has no comment",
                "<!-- file: One.java -->\\n```java\\nint one = 1;\\n```|page:2 has no comment",
                "<!-- compiled: none.java#a -->\\n```java\\nint one = 1;\\n```|page:2 names none.java#a, but there is no",
                "<!-- compiled: Code.java#b -->\\n```java\\nint one = 1;\\n```|the file has no such region",
                "<!-- compiled: Code.java#a -->\\n```java\\nint two = 2;\\n```|page:2 differs from Code.java#a",
            })
    void a_block_that_is_not_compiled_code_is_reported_by_its_line(String markdown, String fault, @TempDir Path root)
            throws IOException {
        assertThat(faults(markdown.replace("\\n", "\n"), root))
                .singleElement()
                .asString()
                .contains(fault);
    }

    @Test
    void a_block_may_be_indented_otherwise_than_its_region(@TempDir Path root) throws IOException {
        assertThat(faults("Text\n<!-- compiled: Code.java#a -->\n```java\nint one = 1;\n```\nText", root))
                .isEmpty();
    }

    private static List<String> faults(String markdown, Path root) throws IOException {
        Files.writeString(root.resolve("Code.java"), "    // tag::a[]\n    int one = 1;\n    // end::a[]\n");
        return JavaBlocks.faults("page", markdown, root);
    }
}
