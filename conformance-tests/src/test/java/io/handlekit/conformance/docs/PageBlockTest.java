package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handlekit.conformance.docs.PageBlock.What;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is run of a page, and what is not. */
class PageBlockTest {
    @Test
    void each_block_belongs_to_its_section_and_has_its_kind() {
        assertThat(PageBlock.of("""
                        # Page
                        ## One
                        ```sh
                        true
                        ```
                        <!-- file: a/b.txt -->
                        ```text
                        content
                        ```
                        ## Two
                        <!-- prints -->
                        ```text
                        words
                        ```

                        <!-- not run: it is for the reader -->
                        ```sh
                        false
                        ```
                        """))
                .isEqualTo(List.of(
                        new PageBlock("One", What.RUN, "", "true\n"),
                        new PageBlock("One", What.FILE, "a/b.txt", "content\n"),
                        new PageBlock("Two", What.PRINTED, "", "words\n"),
                        new PageBlock("Two", What.SHOWN, "", "false\n")));
    }

    @Test
    void a_block_that_would_be_neither_run_nor_written_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageBlock.of("## One\n```java\nint one;\n```\n"))
                .withMessageContaining("int one;");
    }

    @Test
    void the_first_hour_runs_commands_in_three_ways() throws Exception {
        List<PageBlock> blocks = PageBlock.of(Files.readString(FirstHourIT.PAGE));

        assertThat(blocks.stream()
                        .filter(block -> block.what() == What.RUN)
                        .map(PageBlock::section)
                        .distinct())
                .hasSize(3);
    }
}
