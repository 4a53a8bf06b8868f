package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Account;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.control.Ledger;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.MockProcess;
import io.handlekit.mock.testing.RawClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mock in a process of its own: its environment, its output, and how it stops. */
@Timeout(120)
class MockProcessTest {
    @TempDir
    private Path folder;

    @Test
    void every_switch_can_be_set_by_a_variable_and_the_banner_shows_it() throws Exception {
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
                    .contains("Changed switches: " + expected.words())
                    .allSatisfy(line -> assertThat(line).doesNotContain("s3cret"));
        }
    }

    @Test
    void an_option_overrides_the_environment_and_an_invalid_variable_prints_one_line() throws Exception {
        Map<String, String> environment = Map.of("HANDLEKIT_MOCK_LIMITS", "many", "HANDLEKIT_MOCK_EMPTY", "true");
        try (MockProcess mock = MockProcess.run(environment)) {
            assertThat(mock.rest()).isEqualTo("HANDLEKIT_MOCK_LIMITS: limits must be off or live or cte (see --help)");
            assertThat(mock.exitCode()).isEqualTo(2);
        }
        try (MockProcess mock = MockProcess.run(environment, "--limits=live", "--empty=false")) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            assertThat(client.get("/customers/XX123456-XX").code()).isZero();
        }
    }

    @Test
    void sigterm_exits_with_143_and_deletes_the_port_file() throws Exception {
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
    void the_port_file_is_written_for_a_host_with_an_underscore() throws Exception {
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
    void exit_with_parent_stops_at_the_end_of_input_and_not_before() throws Exception {
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

    @ParameterizedTest
    @ValueSource(strings = {"</dev/null", "<&-"})
    void exit_with_parent_without_standard_input_says_so_and_exits_with_3(String noInput) throws Exception {
        Path portFile = folder.resolve("port");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" " + noInput, "sh"));
        command.addAll(MockProcess.command("--exit-with-parent", "--port-file", portFile.toString()));

        try (MockProcess mock = MockProcess.start(Map.of(), command)) {
            assertThat(mock.rest())
                    .startsWith("--exit-with-parent: standard input has already ended")
                    .hasLineCount(1);
            assertThat(mock.exitCode()).isEqualTo(3);
            assertThat(portFile).doesNotExist();
        }
    }

    @Test
    void a_start_does_not_read_the_ledger() throws Exception {
        Path loaded = folder.resolve("loaded");
        List<String> command = MockProcess.command();
        command.add(1, "-Xlog:class+load:file=" + loaded);

        try (MockProcess mock = MockProcess.start(Map.of(), command)) {
            mock.introduction();
        }
        assertThat(Files.readString(loaded))
                .contains(SwitchOptions.class.getName())
                .doesNotContain(Ledger.class.getName());
    }

    @Test
    void the_request_log_has_one_line_per_request_without_its_data() throws Exception {
        try (MockProcess mock = MockProcess.run(Map.of(), "--log=requests")) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            client.get("/customers/XX123456-XX?with_additional_data=1");
            client.send("POST", "/customers", ApiTest.ADA);
            client.get("/secrets/of/Ada");
            mock.process().toHandle().destroy();

            List<String> lines = mock.rest().lines().skip(1).toList();

            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).matches(".* GET /v1/customers/\\{handle} 200 [0-9]+ ms");
            assertThat(lines.get(1)).matches(".* POST /v1/customers 200 [0-9]+ ms");
            assertThat(lines.get(2)).matches(".* GET \\(not served\\) 404 [0-9]+ ms");
            assertThat(String.join("", lines)).doesNotContain("XX123456", "Ada", "additional");
        }
    }

    @Test
    void the_pretty_log_has_no_colours_where_no_terminal_is_and_no_line_for_control_calls() throws Exception {
        try (MockProcess mock = MockProcess.run(Map.of(), "--log=pretty", "--journal=off")) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            String handle = client.send("POST", "/customers", ApiTest.ADA)
                    .data()
                    .path("handle")
                    .stringValue();
            client.get("/customers/" + handle + "?with_additional_data=1");
            client.control("GET", "/clock", "");
            mock.process().toHandle().destroy();

            List<String> lines = mock.rest().lines().skip(1).toList();

            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).matches("[0-9:.]{12}  POST     200       0 {2,}[0-9.]+ ms  /v1/customers");
            assertThat(lines.get(1))
                    .matches("[0-9:.]{12}  GET      200       0 {2,}[0-9.]+ ms  /v1/customers/" + handle);
        }
    }

    @Test
    void the_error_log_has_no_line_for_answered_requests() throws Exception {
        try (MockProcess mock = MockProcess.run(Map.of())) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            client.get("/customers");
            client.get("/nowhere");
            mock.process().toHandle().destroy();

            assertThat(mock.rest()).startsWith("curl").hasLineCount(1);
        }
    }

    @Test
    void the_log_has_iso_times_in_every_locale() throws Exception {
        List<String> command = MockProcess.command("--log", "requests");
        command.addAll(1, List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH"));
        try (MockProcess process = MockProcess.start(Map.of(), command)) {
            URI base = MockProcess.base(process.introduction().get(0));
            new RawClient(base).get("/tags");

            assertThat(process.output()
                            .lines()
                            .filter(line -> line.contains(" GET /v1/tags "))
                            .findFirst())
                    .get(InstanceOfAssertFactories.STRING)
                    .containsPattern("^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}(Z|[+-][0-9:]{5}) ");
        }
    }

    @Test
    void with_the_store_full_to_its_bound_a_list_of_1000_still_fits() throws Exception {
        List<String> command = MockProcess.command("--empty", "--journal=off");
        command.add(1, "-Xmx128m");
        String customer = ApiTest.ADA.replace("London\"},", "x".repeat(36_000) + "\"},");
        try (MockProcess mock = MockProcess.start(Map.of(), command)) {
            RawClient client =
                    new RawClient(MockProcess.base(mock.introduction().get(0)));
            int count = 0;
            while (client.send("POST", "/customers", customer).status() == 200) {
                count++;
            }

            assertThat(count).isGreaterThan(1_000);
            assertThat(client.get("/customers?limit=1000&with_additional_data=true")
                            .data()
                            .path("results")
                            .size())
                    .isEqualTo(1_000);
            assertThat(client.at("/_handlekit/health").path("status").stringValue())
                    .isEqualTo("ready");
        }
    }
}
