package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** Options set in the environment, and the messages about invalid ones. */
@Timeout(60)
class EnvironmentDefaultsTest {
    @TempDir
    private Path folder;

    /** Returns exit code and standard error. A started mock is passed to {@code look} and closed. */
    private static String run(Map<String, String> environment, Consumer<MockOpenprovider> look, String... options) {
        StringWriter err = new StringWriter();
        MockCommand command = new MockCommand(environment);
        int code = command.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(options);
        command.mock().ifPresent(mock -> {
            try (mock) {
                look.accept(mock);
            }
        });
        return code + " " + err.toString().strip();
    }

    private static String run(Map<String, String> environment, String... options) {
        return run(environment, any -> {}, options);
    }

    private static List<OptionSpec> withAValue(MockCommand command) {
        return command.commandLine().getCommandSpec().options().stream()
                .filter(option -> option.arity().max() > 0)
                .toList();
    }

    @Test
    void each_option_with_a_value_has_a_variable() {
        List<OptionSpec> options = withAValue(new MockCommand(Map.of()));

        assertThat(options).hasSizeGreaterThan(30).allSatisfy(option -> {
            String variable = EnvironmentDefaults.name(option.longestName());
            assertThat(run(Map.of(variable, "s3cret\n")))
                    .isEqualTo("2 " + variable + ": ends with \\n: remove the line end (see --help)");
        });
        assertThat(EnvironmentDefaults.name("--tls-password-file")).isEqualTo("HANDLEKIT_MOCK_TLS_PASSWORD_FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a$$b$",
                "a${env:HOME}",
                "$$${sys:user.home}",
                "${a:-${env:HOME}",
                "@/etc/hostname",
                "\"quoted\"",
                "%n"
            })
    void values_are_taken_literally(String word) {
        assertTaken(word, Map.of("HANDLEKIT_MOCK_CONTROL_TOKEN", word));
        assertTaken(word, Map.of("HANDLEKIT_MOCK_CONTROL_TOKEN", "other"), "--control-token", word);
    }

    private static void assertTaken(String token, Map<String, String> environment, String... options) {
        String output = run(
                environment,
                mock -> {
                    assertThat(journal(mock, token)).isEqualTo(200);
                    assertThat(journal(mock, "other")).isEqualTo(401);
                },
                options);
        assertThat(output).isEqualTo("0 ");
    }

    private static int journal(MockOpenprovider mock, String token) {
        return new RawClient(mock.baseUri().resolve("/_handlekit"))
                .send("GET", "/journal", BodyPublishers.noBody(), "Bearer " + token)
                .status();
    }

    @Test
    void an_empty_variable_counts_as_unset() {
        Map<String, String> environment = new HashMap<>();
        withAValue(new MockCommand(Map.of()))
                .forEach(option -> environment.put(EnvironmentDefaults.name(option.longestName()), ""));

        assertThat(run(environment)).isEqualTo("0 ");
    }

    @Test
    void an_unknown_variable_is_reported_with_the_nearest_name_and_without_its_value() {
        assertThat(run(Map.of("HANDLEKIT_MOCK_PUT_SECTION", "s3cret")))
                .isEqualTo("0 Unknown variable HANDLEKIT_MOCK_PUT_SECTION: did you mean HANDLEKIT_MOCK_PUT_SECTIONS?");
        assertThat(run(Map.of("HANDLEKIT_MOCK_LEDGER", "true"))).startsWith("0 Unknown variable HANDLEKIT_MOCK_LEDGER");
        assertThat(run(Map.of("HANDLEKIT_MOCK_XYZZY", "1"))).isEqualTo("0 Unknown variable HANDLEKIT_MOCK_XYZZY");
    }

    @Test
    void variables_of_the_launcher_of_kubernetes_and_of_other_programs_are_not_reported() {
        assertThat(run(Map.of(
                        "HANDLEKIT_MOCK_ARCHIVE", "off",
                        "HANDLEKIT_MOCK_SERVICE_HOST", "10.0.0.1",
                        "HANDLEKIT_MOCK_SERVICE_PORT_HTTP", "80",
                        "HANDLEKIT_MOCK_PORT_80_TCP_ADDR", "10.0.0.1",
                        "HANDLEKIT_PORT", "80")))
                .isEqualTo("0 ");
    }

    @Test
    void the_port_variable_that_kubernetes_sets_is_ignored() {
        assertThat(run(Map.of("HANDLEKIT_MOCK_PORT", "tcp://10.0.0.1:80"))).isEqualTo("0 ");
    }

    @ParameterizedTest
    @CsvSource({
        "--port,70000,the port must be between 0 and 65535",
        "--port,many,must be a whole number",
        "--port,99999999999,the number has too many digits",
        "--host,' ',the host must not be blank",
        "--tls,no-such-file,no-such-file: no such file",
        "--empty,maybe,must be true or false",
        "--seed-file,no-such-file,no-such-file: cannot be read",
        "--faults,many,must be none or flaky or slow or maintenance or blacklisted",
        "--fault-seed,many,must be a whole number",
        "--seed,many,must be a whole number",
        "--port-file,no-such-folder/port,no-such-folder/port: cannot be written",
        "--exit-with-parent,maybe,must be true or false",
        "--log,loud,must be errors or requests or pretty or off",
        "--control-token,ä,the control token must be one word of printable ASCII",
        "--cors,maybe,must be true or false",
        "--journal,maybe,must be on or off",
        "--limits,many,limits must be off or live or cte",
        "--token,many,token must be any or issued or off",
        "--account,me,account must be written as user:password",
        "--numbering-start,many,must be a whole number",
        "--numbering-start,0,numbering-start must be between 1 and 999999"
    })
    void the_message_for_an_invalid_value_names_the_option_or_variable_that_set_it(
            String option, String value, String why) {
        String variable = EnvironmentDefaults.name(option);

        assertThat(run(Map.of(variable, "s3cret"), option + "=" + value))
                .isEqualTo("2 " + option + ": " + why + " (see --help)");
        assertThat(run(Map.of(variable, value))).isEqualTo("2 " + variable + ": " + why + " (see --help)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--control-token", "--tls-password", "--account", "--host", "--seed-file", "--token"})
    void a_value_that_was_mangled_on_its_way_is_refused_without_being_shown(String option) {
        Map<String, String> endings = Map.of("\n", "\\n", "\r\n", "\\r\\n", "\r", "\\r");
        endings.forEach(
                (end, shown) -> assertRefused(option, "s3cret" + end, "ends with " + shown + ": remove the line end"));
        assertRefused(
                option,
                "s3\ufffdcret",
                "contains \\uFFFD, which replaces a character that got lost: check the encoding");
    }

    private static void assertRefused(String option, String value, String why) {
        String variable = EnvironmentDefaults.name(option);
        assertThat(run(Map.of(variable, value))).isEqualTo("2 " + variable + ": " + why + " (see --help)");
        assertThat(run(Map.of(), option + "=" + value)).isEqualTo("2 " + option + ": " + why + " (see --help)");
    }

    @Test
    void the_message_for_an_unreadable_password_file_names_the_variable_that_set_it() {
        assertThat(run(Map.of("HANDLEKIT_MOCK_TLS_PASSWORD_FILE", "no-such-file"), "--tls=any"))
                .isEqualTo("2 HANDLEKIT_MOCK_TLS_PASSWORD_FILE: no-such-file: cannot be read (see --help)");
    }

    @Test
    void the_message_for_an_invalid_seed_customer_names_the_variable_of_the_seed_file() throws Exception {
        Path seed = Files.writeString(
                folder.resolve("seed.json"), "[" + ApiTest.ADA.replace("ada@example.com", "nowhere") + "]");

        assertThat(run(Map.of("HANDLEKIT_MOCK_SEED_FILE", seed.toString())))
                .startsWith("2 HANDLEKIT_MOCK_SEED_FILE: " + seed + ": [0].email: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--control-token", "--tls", "--seed-file", "--port-file", "--host", "--faults"})
    void an_empty_value_on_the_command_line_is_invalid(String option) {
        assertThat(run(Map.of(), option, "")).startsWith("2 " + option + ": ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cors", "--cors=true", "--empty", "--port=0", "--limits=live", "--seed-file=SEED"})
    void an_option_on_the_command_line_overrides_an_invalid_variable(String option) throws Exception {
        Path seed = Files.writeString(folder.resolve("seed.json"), "[]");
        String variable = EnvironmentDefaults.name(option.replaceAll("=.*", ""));

        assertThat(run(Map.of(variable, "bad\n"), option.replace("SEED", seed.toString()), "--host=127.0.0.1"))
                .isEqualTo("0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void a_flag_without_a_value_is_on_whatever_its_variable_says(String variable) {
        assertThat(run(
                        Map.of("HANDLEKIT_MOCK_EMPTY", variable),
                        mock -> assertThat(mock.size()).isZero(),
                        "--empty"))
                .isEqualTo("0 ");
    }

    @Test
    void an_option_invalid_on_the_line_is_named_although_its_variable_is_invalid_too() {
        assertThat(run(Map.of("HANDLEKIT_MOCK_PORT", "many"), "--port=many", "--cors"))
                .isEqualTo("2 --port: must be a whole number (see --help)");
    }

    @Test
    void help_and_warm_up_only_ignore_invalid_variables() {
        Map<String, String> environment = new HashMap<>();
        withAValue(new MockCommand(Map.of()))
                .forEach(option -> environment.put(EnvironmentDefaults.name(option.longestName()), "bad"));

        assertThat(run(environment, "--help")).isEqualTo("0 ");
        assertThat(run(environment, "--warm-up-only")).isEqualTo("0 ");
    }
}
