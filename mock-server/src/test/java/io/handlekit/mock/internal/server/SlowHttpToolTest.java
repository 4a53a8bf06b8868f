package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks by Debian's {@code slowhttptest}, in the nightly run if it is installed. The mock serves others meanwhile. */
@Tag("nightly")
class SlowHttpToolTest {
    private static final String TOOL = "slowhttptest";
    private static final String SECONDS = "20";

    @TempDir
    private Path folder;

    @BeforeEach
    void the_tool_is_installed() {
        boolean isInstalled =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, TOOL)));
        if (!isInstalled) {
            System.out.println("not run: attacks by " + TOOL + ", because it is not installed");
        }
        assumeTrue(isInstalled, TOOL + " is not installed");
    }

    @Test
    void heads_that_trickle_block_nobody() throws Exception {
        attack("/v1/customers", "-H", "-i", "2");
    }

    @Test
    void bodies_that_trickle_block_nobody() throws Exception {
        attack("/v1/customers", "-B", "-i", "2", "-s", "100000");
    }

    @Test
    void answers_that_are_hardly_read_block_nobody() throws Exception {
        attack("/_handlekit/ledger", "-X", "-k", "10", "-n", "1", "-w", "1", "-y", "32", "-z", "5");
    }

    private void attack(String path, String... how) throws IOException, InterruptedException {
        try (MockOpenprovider mock = MockOpenprovider.start()) {
            List<String> command = new ArrayList<>(List.of(TOOL, "-c", "400", "-r", "200", "-l", SECONDS, "-p", "10"));
            command.addAll(List.of(how));
            command.addAll(List.of("-u", mock.baseUri().resolve(path).toString()));
            Path output = folder.resolve("output");
            Process attack = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            RawClient client = new RawClient(mock);
            do {
                assertThat(client.control("GET", "/switches", "").status()).isEqualTo(200);
                assertThat(client.send("POST", "/customers", ApiTest.ADA).code())
                        .isZero();
            } while (!attack.waitFor(500, TimeUnit.MILLISECONDS));

            String report = Files.readString(output, StandardCharsets.ISO_8859_1);
            assertThat(report.substring(report.lastIndexOf("service available")))
                    .as(report)
                    .containsPattern("available:.*YES");
        }
    }
}
