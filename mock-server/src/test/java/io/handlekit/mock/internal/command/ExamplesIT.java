package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.mock.testing.MockProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples in other languages, run from another folder with the built jar. Languages not installed are skipped. */
@Timeout(120)
class ExamplesIT {
    @TempDir
    private Path elsewhere;

    @ParameterizedTest
    @CsvSource({"sh,mock.sh", "node,mock.mjs", "python3,mock.py", "php,mock.php", "go run,mock.go"})
    void an_example_prints_the_handle_of_the_customer_it_creates(String command, String example) throws Exception {
        try (MockProcess run = run(command, example, Path.of("target/handlekit-mock.jar"))) {
            assertThat(run.rest()).isEqualTo("AL900001-GB");
            assertThat(run.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"sh,mock.sh", "node,mock.mjs", "python3,mock.py", "php,mock.php", "go run,mock.go"})
    void an_example_fails_with_a_message_if_its_mock_does_not_start(String command, String example) throws Exception {
        try (MockProcess run = run(command, example, Path.of("target/no-such.jar"))) {
            assertThat(run.rest()).contains("no-such.jar", "the mock ended");
            assertThat(run.exitCode()).isNotZero();
        }
    }

    private MockProcess run(String command, String example, Path jar) throws IOException {
        String program = command.replaceFirst(" .*", "");
        if (!isHere(program)) {
            System.out.println("not run: docs/examples/" + example + ", because " + program + " is not installed");
        }
        assumeTrue(isHere(program), program + " is not installed");
        String line = "cd \"$1\" && exec " + command + " \"$2\" \"$3\"";
        String source = Path.of("../docs/examples", example).toAbsolutePath().toString();
        return MockProcess.start(
                Map.of(),
                List.of(
                        "sh",
                        "-c",
                        line,
                        "sh",
                        elsewhere.toString(),
                        source,
                        jar.toAbsolutePath().toString()));
    }

    private static boolean isHere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
