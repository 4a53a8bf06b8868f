package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shell that runs a line which was copied from the page. */
final class Shell {
    private static final Path BASH = Path.of("/bin/bash");

    private Shell() {}

    /** Returns what the line prints, without its progress and warnings. It fails if the line does. */
    static String run(String line) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "not run: bash is not installed");
        Process process = new ProcessBuilder(BASH.toString(), "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", line, printed).isZero();
        return printed;
    }
}
