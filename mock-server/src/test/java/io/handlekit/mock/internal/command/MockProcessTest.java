package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Account;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.MockProcess;
import io.handlekit.mock.testing.RawClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: its environment, its output, its end. */
@Timeout(120)
class MockProcessTest {
    @TempDir
    private Path folder;

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
        try (MockProcess mock = MockProcess.run(environment, "--empty")) {
            assertThat(mock.introduction())
                    .contains("Not at the default: " + expected.words())
                    .allSatisfy(line -> assertThat(line).doesNotContain("s3cret"));
        }
    }

    @Test
    void an_option_wins_over_the_environment_and_a_bad_variable_is_one_clear_line() throws Exception {
        Map<String, String> environment = Map.of("HANDLEKIT_MOCK_LIMITS", "many", "HANDLEKIT_MOCK_EMPTY", "true");
        try (MockProcess mock = MockProcess.run(environment)) {
            assertThat(mock.rest()).isEqualTo("HANDLEKIT_MOCK_LIMITS: limits is off or live or cte (--help explains)");
            assertThat(mock.exitCode()).isEqualTo(2);
        }
        try (MockProcess mock = MockProcess.run(environment, "--limits=live", "--empty=false")) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            assertThat(client.get("/customers/XX123456-XX").code()).isZero();
        }
    }

    @Test
    void sigterm_ends_it_with_143_and_takes_the_port_file_along() throws Exception {
        Path portFile = folder.resolve("port");
        try (MockProcess mock = MockProcess.run(Map.of("HANDLEKIT_MOCK_PORT_FILE", portFile.toString()))) {
            URI base = MockProcess.base(mock.introduction().get(0));
            RawClient keepsItsConnection = new RawClient(base);
            assertThat(keepsItsConnection.get("/customers").code()).isZero();
            assertThat(portFile).hasContent(String.valueOf(base.getPort()));

            mock.process().toHandle().destroy();

            assertThat(mock.exitCode()).isEqualTo(143);
            assertThat(portFile).doesNotExist();
            assertThat(mock.rest()).startsWith("curl").hasLineCount(1);
        }
    }

    @Test
    void a_port_is_told_where_the_host_s_name_has_an_underscore() throws Exception {
        Path portFile = folder.resolve("port");
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost my_host\n");
        List<String> command = MockProcess.command("--host", "my_host", "--port-file", portFile.toString());
        command.add(1, "-Djdk.net.hosts.file=" + hosts);

        try (MockProcess mock = MockProcess.start(Map.of(), command)) {
            String port = mock.introduction().get(0).replaceAll(".*:([0-9]+)/.*", "$1");
            assertThat(portFile).hasContent(port);
        }
        assertThat(portFile).doesNotExist();
    }

    @Test
    void it_ends_with_the_program_at_the_other_end_of_its_input_and_no_sooner() throws Exception {
        try (MockProcess mock = MockProcess.run(Map.of(), "--exit-with-parent")) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            mock.process().getOutputStream().write('x');
            mock.process().getOutputStream().flush();
            assertThat(client.get("/customers").code()).isZero();

            mock.process().getOutputStream().close();

            assertThat(mock.exitCode()).isZero();
        }
    }

    @Test
    void the_log_of_requests_has_a_line_for_each_and_nothing_of_what_they_carry() throws Exception {
        try (MockProcess mock = MockProcess.run(Map.of(), "--log=requests")) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            client.get("/customers/XX123456-XX?with_additional_data=1");
            client.send("POST", "/customers", ApiTest.ADA);
            client.get("/secrets/of/Ada");
            mock.process().toHandle().destroy();

            List<String> lines = mock.rest().lines().skip(1).toList();

            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).matches(".* GET /v1beta/customers/\\{handle} 200 [0-9]+ ms");
            assertThat(lines.get(1)).matches(".* POST /v1beta/customers 200 [0-9]+ ms");
            assertThat(lines.get(2)).matches(".* GET \\(not served\\) 404 [0-9]+ ms");
            assertThat(String.join("", lines)).doesNotContain("XX123456", "Ada", "additional");
        }
    }

    @Test
    void the_log_of_errors_says_nothing_of_requests_that_are_answered() throws Exception {
        try (MockProcess mock = MockProcess.run(Map.of())) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            client.get("/customers");
            client.get("/nowhere");
            mock.process().toHandle().destroy();

            assertThat(mock.rest()).startsWith("curl").hasLineCount(1);
        }
    }
}
