package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A walk through docs/first-hour.md as a reader makes it: each section in an empty folder, with the artifacts of this
 * build.
 */
class FirstHourIT {
    static final Path PAGE = Path.of("../docs/first-hour.md");

    private static List<PageBlock> blocks() throws IOException {
        return PageBlock.of(Files.readString(PAGE));
    }

    static List<String> sections() throws IOException {
        return blocks().stream().map(PageBlock::section).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void the_commands_of_a_section_work_in_an_empty_folder(String section, @TempDir Path empty, @TempDir Path temporary)
            throws Exception {
        List<PageBlock> blocks = blocks().stream()
                .filter(block -> block.section().equals(section))
                .toList();
        for (String program : List.of("sh", "curl", "python3")) {
            boolean isNeeded = program.equals("sh")
                    || blocks.stream().anyMatch(block -> block.text().contains(program));
            if (isNeeded && !isInstalled(program)) {
                System.out.println(
                        "not run: " + section + " of " + PAGE + ", because " + program + " is not installed");
            }
            assumeTrue(!isNeeded || isInstalled(program), program + " is not installed");
        }
        PageShell shell = new PageShell(temporary, empty);

        for (PageBlock block : blocks) {
            shell.follow(block);
        }
        assertThat(blocks).isNotEmpty();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
