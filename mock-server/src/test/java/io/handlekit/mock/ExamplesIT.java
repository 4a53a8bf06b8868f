package io.handlekit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples in other languages, run with the jar that was just built, where the language is there to run them. */
@Timeout(120)
class ExamplesIT {
    @ParameterizedTest
    @CsvSource({"node,mock.mjs", "python3,mock.py", "php,mock.php", "go run,mock.go"})
    void an_example_prints_the_handle_of_the_customer_it_has_created(String command, String example) throws Exception {
        String program = command.replaceFirst(" .*", "");
        if (!isHere(program)) {
            System.out.println("not run: docs/examples/" + example + ", since there is no " + program + " here");
        }
        assumeTrue(isHere(program), "there is no " + program + " here");
        String jar = Path.of("target/handlekit-mock.jar").toAbsolutePath().toString();
        String line = "cd ../docs/examples && exec " + command + " " + example + " \"$1\"";

        try (MockProcess run = MockProcess.start(Map.of(), List.of("sh", "-c", line, "sh", jar))) {
            assertThat(run.rest()).isEqualTo("AL900001-GB");
            assertThat(run.exitCode()).isZero();
        }
    }

    private static boolean isHere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
