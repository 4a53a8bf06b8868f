package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which port the file contains, and when. */
@Timeout(60)
class PortFileTest {
    private static final String HOST = "127.0.0.1";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("port");
    }

    private PortFile portFile() {
        return PortFile.at(file);
    }

    private static String complaint(String... options) {
        StringWriter err = new StringWriter();
        int code = new MockCommand(Map.of())
                .commandLine()
                .setErr(new PrintWriter(err))
                .execute(options);
        return code + " " + err;
    }

    @Test
    void it_contains_only_the_port_and_leaves_no_other_file() {
        portFile().tell(8080);

        assertThat(file).hasContent("8080\n");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void a_mock_that_cannot_start_keeps_the_file_of_a_running_one() {
        try (MockOpenprovider running = MockOpenprovider.start()) {
            portFile().tell(running.port());

            assertThat(complaint("--port-file", file.toString(), "--port", String.valueOf(running.port())))
                    .startsWith("2 cannot listen on ");
            assertThat(complaint("--port-file", file.toString(), "--host", "no-such-host.invalid"))
                    .startsWith("2 cannot listen on ");
            assertThat(file).hasContent(running.port() + "\n");
        }
    }

    @Test
    void the_file_of_a_killed_mock_is_deleted_before_the_next_one_is_ready() throws Exception {
        try (MockOpenprovider ended = MockOpenprovider.start()) {
            portFile().tell(ended.port());
        }
        portFile().sweep(HOST);
        assertThat(file).doesNotExist();

        Files.writeString(file, "no port");
        portFile().sweep(HOST);
        assertThat(file).doesNotExist();
        portFile().sweep(HOST);
    }

    @Test
    void a_mock_that_stops_deletes_only_its_own_port() {
        portFile().tell(8080);
        portFile().forget(8081);
        assertThat(file).hasContent("8080\n");

        portFile().forget(8080);
        assertThat(file).doesNotExist();
        portFile().forget(8080);
    }

    @Test
    void a_folder_of_that_name_is_refused_and_kept() throws Exception {
        Files.createDirectory(file);

        assertThat(complaint("--port-file", file.toString()))
                .isEqualToIgnoringNewLines(
                        "2 --port-file: " + file + ": exists and is not a regular file (see --help)");
        assertThat(file).isDirectory();
    }

    @Test
    void a_pipe_of_that_name_is_refused_and_kept() throws Exception {
        assumeTrue(makesAPipe(), "not run: mkfifo is not installed");

        assertThat(complaint("--port-file", file.toString())).contains(": exists and is not a regular file");
        assertThat(file).exists();
    }

    private boolean makesAPipe() throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", file.toString()).start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_refused_before_the_mock_listens() {
        assertThatThrownBy(() -> PortFile.at(folder.resolve("no-such-folder/port")))
                .isInstanceOf(InvalidOption.class)
                .hasMessageEndingWith(": cannot be written");
    }
}
