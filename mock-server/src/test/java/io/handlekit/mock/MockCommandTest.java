package io.handlekit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The command in a process of its own, as a user runs it. */
@Timeout(60)
class MockCommandTest {
    private static Process run(String... options) throws IOException {
        return run(Map.of(), options);
    }

    private static Process run(Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                MockCommand.class.getName()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String all(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return text;
    }

    private static List<String> start(Process mock) throws IOException {
        BufferedReader lines = output(mock);
        return List.of(lines.readLine(), lines.readLine(), lines.readLine());
    }

    private static String runInShell(String line) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl"))),
                "not run: there is no curl here");
        return all(new ProcessBuilder("sh", "-c", line.replaceFirst("curl", "curl -s")).start());
    }

    @Test
    void it_prints_its_url_and_two_curl_lines_that_work() throws Exception {
        Process mock = run("--port", "0");
        try {
            List<String> lines = start(mock);

            assertThat(lines.get(0)).matches("Openprovider mock at http://127\\.0\\.0\\.1:[0-9]+/v1beta");
            assertThat(runInShell(lines.get(1)))
                    .isEqualTo("{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"AL900001-GB\"}}");
            assertThat(runInShell(lines.get(2))).isEqualTo("{\"code\":0,\"desc\":\"\",\"data\":{\"success\":true}}");
        } finally {
            mock.destroy();
        }
        assertThat(mock.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_empty_one_starts_without_the_documentation_s_customer() throws Exception {
        Process mock = run("--empty");
        try {
            List<String> lines = start(mock);

            assertThat(runInShell(lines.get(1))).contains("\"AL900001-GB\"");
            assertThat(runInShell(lines.get(2))).contains("\"token\":");
            String base = lines.get(0).replaceAll("Openprovider mock at |,.*", "");
            assertThat(runInShell("curl -H 'Authorization: Bearer any' " + base + "/customers/XX123456-XX"))
                    .contains("193");
        } finally {
            mock.destroy();
        }
    }

    @Test
    void a_bad_option_is_one_clear_line_and_exit_code_2() throws Exception {
        for (String[] options : List.of(
                new String[] {"--port", "many"},
                new String[] {"--port", "70000"},
                new String[] {"--host", "no-such-host.invalid"},
                new String[] {"--host", ""},
                new String[] {"--limits", "many"},
                new String[] {"--account", "s3cret"},
                new String[] {"--numbering-start", "0"},
                new String[] {"--nonsense"})) {
            Process mock = run(options);
            String printed = all(mock);

            assertThat(mock.exitValue()).as(printed).isEqualTo(2);
            assertThat(printed.lines()).hasSize(1);
            assertThat(printed).doesNotContain("s3cret");
        }
    }

    @Test
    void switches_are_set_by_options_and_by_the_environment() throws Exception {
        Process mock = run(
                Map.of("HANDLEKIT_MOCK_ERROR_STATUS", "http-200", "HANDLEKIT_MOCK_NUMBERING_START", "5"),
                "--house-number=strict",
                "--account=reseller:s3cret");
        try {
            String base = start(mock).get(0).replaceAll("Openprovider mock at |,.*", "");
            RawClient client = new RawClient(URI.create(base));

            assertThat(client.send("POST", "/customers", ApiTest.ADA)
                            .data()
                            .path("handle")
                            .stringValue())
                    .isEqualTo("AL000005-GB");
            RawClient.Answer refused = client.send("POST", "/customers", ApiTest.ADA.replace("\"number\":\"1\",", ""));
            assertThat(refused.code()).isEqualTo(112);
            assertThat(refused.status()).isEqualTo(200);
            assertThat(client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}")
                            .code())
                    .isEqualTo(196);
        } finally {
            mock.destroy();
        }
    }

    @Test
    void where_tokens_are_looked_at_the_first_line_gets_one() throws Exception {
        Process mock = run("--token=issued");
        try {
            List<String> lines = start(mock);
            String token = runInShell(lines.get(1)).replaceAll(".*\"token\":\"([0-9a-f]+)\".*", "$1");

            assertThat(runInShell(lines.get(2))).contains("\"code\":196");
            assertThat(runInShell(lines.get(2).replace("TOKEN", token))).contains("\"AL900001-GB\"");
        } finally {
            mock.destroy();
        }
    }

    @Test
    void every_switch_is_a_variable_of_the_environment_and_is_said_to_be_set() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HANDLEKIT_MOCK_EMPTY", "true",
                "HANDLEKIT_MOCK_ACCOUNT", "reseller:s3cret",
                "HANDLEKIT_MOCK_NUMBERING_START", "5"));
        Behaviour expected =
                Behaviour.defaults().account(new Account("reseller", "s3cret")).numberingStart(5);
        for (Class<? extends Switch> which : Switch.all()) {
            Switch value = Switch.values(which).get(1);
            environment.put(
                    "HANDLEKIT_MOCK_"
                            + Switch.name(which).toUpperCase(Locale.ROOT).replace('-', '_'),
                    value.word());
            expected = expected.with(value);
        }
        Process mock = run(environment, "--empty");
        try {
            assertThat(start(mock).get(0)).endsWith("/v1beta, " + expected).doesNotContain("s3cret");
        } finally {
            mock.destroy();
        }
    }

    @Test
    void an_option_that_is_not_there_is_told_without_its_value() throws Exception {
        Process mock = run("--acount=reseller:s3cret");

        assertThat(all(mock)).isEqualToIgnoringNewLines("no such option: --acount (--help explains)");
        assertThat(mock.exitValue()).isEqualTo(2);
    }

    @Test
    void empty_is_empty_however_often_it_is_said() throws Exception {
        Process mock = run(Map.of("HANDLEKIT_MOCK_EMPTY", "true"), "--empty");
        try {
            assertThat(start(mock).get(2)).contains("/auth/login");
        } finally {
            mock.destroy();
        }
        Process other = run(Map.of("HANDLEKIT_MOCK_EMPTY", "true"), "--empty=false");
        try {
            assertThat(start(other).get(2)).contains("/customers/XX123456-XX");
        } finally {
            other.destroy();
        }
    }

    @Test
    void an_option_wins_over_the_environment_and_a_bad_variable_is_one_clear_line() throws Exception {
        Process mock = run(Map.of("HANDLEKIT_MOCK_LIMITS", "many"));
        assertThat(all(mock)).isEqualToIgnoringNewLines("limits is off or live or cte (--help explains)");
        assertThat(mock.exitValue()).isEqualTo(2);

        Process other = run(Map.of("HANDLEKIT_MOCK_LIMITS", "many"), "--limits=live");
        try {
            assertThat(start(other).get(0)).startsWith("Openprovider mock at ");
        } finally {
            other.destroy();
        }
    }

    @Test
    void the_ledger_is_printed_with_its_counts() throws Exception {
        List<String> lines = all(run("--ledger")).lines().toList();

        assertThat(lines).hasSize(Ledger.get().entries().size() + 1);
        assertThat(lines.get(lines.size() - 1))
                .matches("[0-9]+ entries: [0-9]+ documented, [0-9]+ observed, [0-9]+ inferred, [0-9]+ assumed");
    }

    @Test
    void a_port_in_use_is_one_clear_line_and_exit_code_2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process mock = run("--port", String.valueOf(taken.getLocalPort()));
            String printed = all(mock);

            assertThat(mock.exitValue()).isEqualTo(2);
            assertThat(printed)
                    .isEqualToIgnoringNewLines("cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use (--help explains)");
        }
    }

    @Test
    void help_and_version_are_there() throws Exception {
        String help = all(run("--help"));
        assertThat(help)
                .contains("--port", "--host", "--empty", "--account", "--numbering-start", "HANDLEKIT_MOCK_PORT");
        assertThat(Switch.all()).allMatch(which -> help.contains("--" + Switch.name(which)));
        assertThat(all(run("--version"))).startsWith("handlekit-mock ");
    }
}
