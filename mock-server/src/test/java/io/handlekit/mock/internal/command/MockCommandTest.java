package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.fault.FaultProfile;
import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.internal.control.Ledger;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.MockProcess;
import io.handlekit.mock.testing.RawClient;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;

/** The command, run in this process. {@link MockProcessTest} has the tests that need a process of their own. */
@Timeout(60)
class MockCommandTest {
    private final List<MockOpenprovider> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        started.forEach(MockOpenprovider::close);
    }

    /** The output and exit code of a run. */
    private record Run(int code, List<String> out, String err) {
        String title() {
            return out.get(0);
        }

        RawClient client() {
            return new RawClient(MockProcess.base(title()));
        }

        /** Returns one of the two curl lines. */
        String curl(int index) {
            return out.stream()
                    .filter(line -> line.startsWith("curl "))
                    .toList()
                    .get(index);
        }

        @Override
        public String toString() {
            return code + " " + out + err;
        }
    }

    private Run run(String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        MockCommand command = new MockCommand(Map.of());
        int code = command.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(options);
        command.mock().ifPresent(started::add);
        return new Run(code, out.toString().lines().toList(), err.toString());
    }

    private static String runInShell(String line) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl"))),
                "not run: curl is not installed");
        Process shell = new ProcessBuilder("sh", "-c", line.replaceFirst("curl", "curl -s"))
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void it_prints_its_base_url_its_journal_url_and_two_curl_lines_that_work() throws Exception {
        Run run = run("--port", "0");

        assertThat(run.title()).matches("Openprovider mock at http://127\\.0\\.0\\.1:[0-9]+/v1");
        assertThat(run.out()).hasSizeLessThanOrEqualTo(10);
        assertThat(run.out().get(1))
                .isEqualTo("Journal: " + MockProcess.base(run.title()).resolve("/_handlekit/journal"));
        assertThat(runInShell(run.curl(0)))
                .isEqualTo("{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"AL900001-GB\"}}");
        assertThat(runInShell(run.curl(1))).isEqualTo("{\"code\":0,\"desc\":\"\",\"data\":{\"success\":true}}");
    }

    @Test
    void the_journal_url_works_and_is_not_printed_without_a_journal() {
        Run run = run();
        run.client().get("/customers");

        assertThat(run.client().at("/_handlekit/journal").path("total").intValue())
                .isEqualTo(1);
        assertThat(run("--journal=off").out()).noneMatch(line -> line.contains("journal"));
    }

    @Test
    void the_command_starts_the_mock_that_java_starts() {
        Run run = run("--empty");

        assertThat(started.get(0).exchanges()).isEmpty();
        assertThat(started.get(0).size()).isZero();
        try (MockOpenprovider cold = MockOpenprovider.start()) {
            String customer = new String(Resources.bytes("documentation-customer.json"), StandardCharsets.UTF_8);
            JsonNode created = run.client().send("POST", "/customers", customer).data();
            assertThat(created.path("handle").asString()).startsWith("TP");
            assertThat(created)
                    .isEqualTo(new RawClient(cold)
                            .send("POST", "/customers", customer)
                            .data());
        }
    }

    @Test
    void warm_up_only_ignores_all_other_options_and_keeps_an_existing_port_file() throws Exception {
        Path portFile = file("port", "8080\n");

        Run run = run("--warm-up-only", "--port-file", portFile.toString(), "--seed-file", "no-such-file.json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(portFile).hasContent("8080");
        assertThat(started).isEmpty();
    }

    @Test
    void a_failed_warm_up_does_not_throw() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatCode(() -> WarmUp.run("--port", String.valueOf(taken.getLocalPort())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void with_empty_the_mock_starts_without_the_documentation_customer() throws Exception {
        Run run = run("--empty");

        assertThat(runInShell(run.curl(0))).contains("\"AL900001-GB\"");
        assertThat(runInShell(run.curl(1))).contains("\"token\":");
        assertThat(run.client().get("/customers/XX123456-XX").code()).isEqualTo(193);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port many",
                "--port 70000",
                "--host no-such-host.invalid",
                "--host=",
                "--host [::1",
                "--limits many",
                "--account s3cret",
                "--numbering-start 0",
                "--log loud",
                "--faults many",
                "--fault-seed many",
                "--seed many",
                "--journal maybe",
                "--cors maybe",
                "--cors=maybe",
                "--control-token=ä",
                "--seed-file no-such-file.json",
                "--tls no-such-file.p12",
                "--tls pom.xml",
                "--tls pom.xml --tls-password-file no-such-file",
                "--port-file no-such-folder/port",
                "--nonsense"
            })
    void an_invalid_option_prints_one_line_and_exits_with_2(String options) {
        Run run = run(options.split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).doesNotContain("s3cret").doesNotContain("null").endsWith("(see --help)\n");
        assertThat(run.out()).isEmpty();
        assertThat(started).isEmpty();
    }

    @Test
    void the_message_for_an_unknown_option_does_not_show_its_value() {
        assertThat(run("--acount=reseller:s3cret").err())
                .isEqualToIgnoringNewLines("unknown option: --acount, did you mean --account? (see --help)");
    }

    @Test
    void a_word_without_an_option_is_unexpected() {
        assertThat(run("--cors", "maybe").err()).isEqualToIgnoringNewLines("unexpected argument: maybe (see --help)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--help-switches", "--completion", "--ledger", "--warm-up-only"})
    void an_option_that_starts_no_mock_ignores_invalid_values_before_and_after_it(String option) {
        for (Run run : List.of(run("--port=many", option), run(option, "--host=", "--cors=maybe", "--tls="))) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).isEmpty();
        }
        assertThat(started).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help-switches", "--completion", "--ledger", "--warm-up-only"})
    void an_option_that_starts_no_mock_refuses_an_unknown_one_beside_it(String option) {
        Run run = run(option, "--xyzzy");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToIgnoringNewLines("unknown option: --xyzzy (see --help)");
    }

    @ParameterizedTest
    @CsvSource({
        "--prot,--port",
        "--put-section=merge,--put-sections",
        "--exit-with-parents,--exit-with-parent",
        "--seeds-file=x,--seed-file",
        "--tls-pasword-file=x,--tls-password-file",
        "--limit=live,--limits"
    })
    void the_message_for_a_misspelt_option_names_the_nearest_one(String misspelt, String meant) {
        assertThat(run(misspelt).err()).contains(", did you mean " + meant + "?");
    }

    @Test
    void an_option_unlike_all_others_gets_no_suggestion() {
        assertThat(run("--xyzzy").err()).isEqualToIgnoringNewLines("unknown option: --xyzzy (see --help)");
    }

    @Test
    void the_former_name_of_the_fault_seed_still_works_and_is_not_in_the_help() {
        assertThat(run("--faults=maintenance", "--seed=7").out()).contains("Breaking calls: maintenance, seed 7");
        assertThat(run("--help").out()).noneMatch(line -> line.contains("--seed="));
    }

    @Test
    void tls_without_a_password_says_that_it_is_missing() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Path file = folder.resolve("store.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "s3cret".toCharArray());
        }

        assertThat(run("--tls=" + file).err())
                .isEqualToIgnoringNewLines("--tls: " + file + ": the password is missing: set"
                        + " HANDLEKIT_MOCK_TLS_PASSWORD to it, or --tls-password-file to a file that holds it"
                        + " (see --help)");
    }

    @Test
    void a_port_in_use_prints_one_line_and_exits_with_2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = run("--port", String.valueOf(taken.getLocalPort()));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualToIgnoringNewLines("cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use (see --help)");
        }
    }

    @Test
    void with_issued_tokens_the_first_curl_line_logs_in() throws Exception {
        Run run = run("--token=issued");
        String token = runInShell(run.curl(0)).replaceAll(".*\"token\":\"([0-9a-f]+)\".*", "$1");

        assertThat(run.out())
                .contains("Changed switches: token=issued", "Replace TOKEN with the token from the answer:");
        assertThat(runInShell(run.curl(1))).contains("\"code\":196");
        assertThat(runInShell(run.curl(1).replace("TOKEN", token))).contains("\"AL900001-GB\"");
    }

    @Test
    void the_mock_starts_with_the_customers_of_the_seed_file() throws Exception {
        String ada = ApiTest.ADA.replaceFirst("\\{", "{\"handle\":\"AL000007-GB\",");
        Run run =
                run("--empty", "--seed-file", file("seed.json", "[" + ada + "]").toString());

        assertThat(run.client().get("/customers").data().path("total").intValue())
                .isEqualTo(1);
        assertThat(run.client().get("/customers/AL000007-GB").code()).isZero();
    }

    @Test
    void a_reply_of_the_service_is_a_seed_file_and_the_banner_names_what_is_ignored() throws Exception {
        String reply = "{\"data\":{\"results\":["
                + ApiTest.ADA.replaceFirst("\\{", "{\"id\":7,\"is_deleted\":false,\"handle\":\"AL000007-GB\",")
                + "],\"total\":1}}";
        Path file = Files.writeString(folder.resolve("list.json"), "\ufeff" + reply, StandardCharsets.UTF_16LE);

        Run run = run("--empty", "--seed-file", file.toString());

        assertThat(run.out()).contains("Ignored in the seed file: id");
        assertThat(run.client().get("/customers/AL000007-GB").code()).isZero();
    }

    @Test
    void a_seed_file_in_another_encoding_is_refused_with_its_name() throws Exception {
        Path file = Files.writeString(
                folder.resolve("latin.json"),
                "[" + ApiTest.ADA.replace("Ada", "Zoë") + "]",
                StandardCharsets.ISO_8859_1);

        assertThat(run("--seed-file=" + file).err())
                .startsWith("--seed-file: " + file + ": the encoding is not UTF-8, UTF-16 or UTF-32 ");
    }

    @Test
    void an_invalid_seed_file_is_reported_with_file_and_path_before_the_mock_listens() throws Exception {
        Path mistyped = file("mistyped.json", "[{\"email\":7}]");
        Path refused = file("refused.json", "[" + ApiTest.ADA.replace("ada@example.com", "nowhere") + "]");

        assertThat(run("--seed-file=" + mistyped).err())
                .isEqualToIgnoringNewLines(
                        "--seed-file: " + mistyped + ": [0].email: a string is expected (code 900401) (see --help)");
        Run run = run("--seed-file=" + refused);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("--seed-file: " + refused + ": [0].email: ")
                .doesNotContain("nowhere");
    }

    @Test
    void a_fault_profile_breaks_calls_from_the_first_and_again_after_a_reset() {
        Run run = run("--faults=maintenance", "--fault-seed=7");

        assertThat(run.out()).contains("Breaking calls: maintenance, seed 7");
        assertThat(run.client().get("/customers").code()).isEqualTo(4005);
        started.get(0).faults(List.of());
        assertThat(run.client().get("/customers").code()).isZero();
        started.get(0).reset();
        assertThat(run.client().get("/customers").code()).isEqualTo(4005);
    }

    @Test
    void every_fault_profile_can_be_chosen_on_the_command_line() {
        for (FaultProfile profile : FaultProfile.values()) {
            run("--faults", profile.word(), "--fault-seed", "7");

            assertThat(started.get(started.size() - 1).faults()).isEqualTo(profile.faults(7));
        }
    }

    @Test
    void a_port_file_contains_only_the_port() throws Exception {
        Path portFile = file("port", "1\n");
        Run run = run("--port-file", portFile.toString());

        assertThat(portFile)
                .hasContent(String.valueOf(MockProcess.base(run.title()).getPort()));
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(portFile));
    }

    @Test
    void the_ledger_option_prints_all_lines_and_their_counts() {
        List<String> lines = run("--ledger").out();

        String counts = "[0-9]+ documented, [0-9]+ observed, [0-9]+ noted, [0-9]+ inferred, [0-9]+ assumed";
        assertThat(lines).hasSize(Ledger.get().entries().size() + 3);
        assertThat(lines.get(0)).matches("[a-z.-]+ \\((documented|observed), (v1|v1beta|both)\\): .*");
        assertThat(lines.get(lines.size() - 3)).matches("[0-9]+ entries: " + counts);
        assertThat(lines.get(lines.size() - 2)).matches("[0-9]+ for v1: " + counts);
        assertThat(lines.get(lines.size() - 1)).matches("[0-9]+ for v1beta: " + counts);
    }

    @Test
    void help_lists_every_option_once_under_a_heading() {
        Run run = run("--help");
        CommandSpec command = new MockCommand(Map.of()).commandLine().getCommandSpec();

        assertThat(command.options())
                .filteredOn(option -> !option.hidden() && !isSwitch(option))
                .allSatisfy(option -> assertListed(run, option));
        assertThat(run.out())
                .hasSizeLessThan(80)
                .contains("Address:", "Start:", "Other:")
                .anyMatch(line -> line.contains("HANDLEKIT_MOCK_PORT"))
                .noneMatch(line -> line.matches("--warm-up-only|--tls-password[ =]"));
        assertThat(run("--version").title()).startsWith("handlekit-mock ");
    }

    @Test
    void help_switches_describes_every_switch_once() {
        Run run = run("--help-switches");
        CommandSpec command = new MockCommand(Map.of()).commandLine().getCommandSpec();

        assertThat(command.options())
                .filteredOn(MockCommandTest::isSwitch)
                .hasSizeGreaterThan(20)
                .allSatisfy(option -> assertListed(run, option));
        assertThat(String.join(" ", run.out())).contains("--put-sections=replace|merge", "--account=any|USER:PASSWORD");
        assertThat(started).isEmpty();
    }

    private static boolean isSwitch(OptionSpec option) {
        return new SwitchOptions().spec().findOption(option.longestName()) != null;
    }

    private static void assertListed(Run run, OptionSpec option) {
        assertThat(String.join("\n", run.out()).split("(?m)^ {2,6}(-., )?" + option.longestName() + "\\b(?!-)", -1))
                .as(option.longestName())
                .hasSize(2);
    }

    @Test
    void the_completion_script_completes_options_and_their_words() throws Exception {
        Path script = file("complete", String.join("\n", run("--completion").out()));
        String completed = runInBash("compopt() { :; }; source " + script
                + "; complete_it() { COMP_WORDS=(handlekit-mock \"$@\"); COMP_CWORD=$#; COMPREPLY=();"
                + " _complete_handlekit-mock; echo \"${COMPREPLY[@]}\"; }"
                + "; complete_it --put-s; complete_it --put-sections ''; complete_it --log ''; complete_it --journal ''"
                + "; complete_it --faults ''");

        assertThat(completed.lines())
                .containsExactly(
                        "--put-sections",
                        "replace merge",
                        "errors requests pretty off",
                        "on off",
                        "none flaky slow maintenance blacklisted");
    }

    private static String runInBash(String line) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "not run: bash is not installed");
        Process bash = new ProcessBuilder("/bin/bash", "-c", line)
                .redirectErrorStream(true)
                .start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
