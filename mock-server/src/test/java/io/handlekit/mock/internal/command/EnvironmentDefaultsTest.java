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
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** What the command takes from the environment, and how it tells what it cannot take. */
@Timeout(60)
class EnvironmentDefaultsTest {
    @TempDir
    private Path folder;

    /** What it says on the standard error, with its exit code in front; and what is started is looked at and closed. */
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
    void each_option_with_a_value_is_a_variable_too() {
        Map<String, String> environment = new HashMap<>();
        withAValue(new MockCommand(Map.of()))
                .forEach(option ->
                        environment.put(EnvironmentDefaults.name(option.longestName()), "$$" + option.longestName()));
        MockCommand command = new MockCommand(environment);

        List<OptionSpec> read = command.commandLine().parseArgs().commandSpec().options();

        assertThat(environment).hasSizeGreaterThan(30).containsKey("HANDLEKIT_MOCK_TLS_PASSWORD_FILE");
        assertThat(read)
                .filteredOn(option -> option.arity().max() > 0)
                .allSatisfy(option -> assertThat(
                                option.getValue() instanceof Optional<?> some ? some.get() : option.getValue())
                        .isEqualTo("$$" + option.longestName()));
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
    void what_is_set_is_taken_as_it_is_written(String word) {
        assertTaken(word, Map.of("HANDLEKIT_MOCK_CONTROL_TOKEN", word));
        assertTaken(word, Map.of("HANDLEKIT_MOCK_CONTROL_TOKEN", "other"), "--control-token", word);
    }

    private static void assertTaken(String token, Map<String, String> environment, String... options) {
        String told = run(
                environment,
                mock -> {
                    assertThat(journal(mock, token)).isEqualTo(200);
                    assertThat(journal(mock, "other")).isEqualTo(401);
                },
                options);
        assertThat(told).isEqualTo("0 ");
    }

    private static int journal(MockOpenprovider mock, String token) {
        return new RawClient(mock.baseUri().resolve("/_handlekit"))
                .send("GET", "/journal", BodyPublishers.noBody(), "Bearer " + token)
                .status();
    }

    @Test
    void an_empty_variable_counts_as_none() {
        Map<String, String> environment = new HashMap<>();
        withAValue(new MockCommand(Map.of()))
                .forEach(option -> environment.put(EnvironmentDefaults.name(option.longestName()), ""));

        assertThat(run(environment)).isEqualTo("0 ");
    }

    @Test
    void what_kubernetes_says_of_a_service_with_the_mock_s_name_is_passed_over() {
        assertThat(run(Map.of("HANDLEKIT_MOCK_PORT", "tcp://10.0.0.1:80"))).isEqualTo("0 ");
    }

    @ParameterizedTest
    @CsvSource({
        "--port,70000,a port is between 0 and 65535",
        "--port,many,a port is between 0 and 65535",
        "--host,' ',a host is not blank",
        "--tls,no-such-file,no-such-file: no such file",
        "--empty,maybe,empty is true or false",
        "--seed-file,no-such-file,no-such-file: cannot be read",
        "--faults,many,faults is none or flaky or slow or maintenance or blacklisted",
        "--seed,many,a seed is a whole number",
        "--port-file,no-such-folder/port,no-such-folder/port: cannot be written",
        "--exit-with-parent,maybe,exit-with-parent is true or false",
        "--log,loud,log is errors or requests or off",
        "--control-token,ä,a control token is one word of printable ASCII",
        "--cors,maybe,cors is true or false",
        "--journal,maybe,journal is on or off",
        "--limits,many,limits is off or live or cte",
        "--account,me,an account is written as user:password",
        "--numbering-start,0,numbers of handles start between 1 and 999999"
    })
    void a_bad_value_is_told_by_the_name_of_whatever_set_it(String option, String value, String why) {
        String variable = EnvironmentDefaults.name(option);

        assertThat(run(Map.of(variable, "s3cret"), option + "=" + value))
                .isEqualTo("2 " + option + ": " + why + " (--help explains)");
        assertThat(run(Map.of(variable, value))).isEqualTo("2 " + variable + ": " + why + " (--help explains)");
    }

    @Test
    void a_bad_password_file_is_told_by_the_name_of_whatever_set_it() {
        assertThat(run(Map.of("HANDLEKIT_MOCK_TLS_PASSWORD_FILE", "no-such-file"), "--tls=any"))
                .isEqualTo("2 HANDLEKIT_MOCK_TLS_PASSWORD_FILE: no-such-file: cannot be read (--help explains)");
    }

    @Test
    void a_customer_that_would_not_be_created_is_told_by_the_variable_of_its_file() throws Exception {
        Path seed = Files.writeString(
                folder.resolve("seed.json"), "[" + ApiTest.ADA.replace("ada@example.com", "nowhere") + "]");

        assertThat(run(Map.of("HANDLEKIT_MOCK_SEED_FILE", seed.toString())))
                .startsWith("2 HANDLEKIT_MOCK_SEED_FILE: " + seed + ": [0].email: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--control-token", "--tls", "--seed-file", "--port-file", "--host", "--faults"})
    void on_the_command_line_an_empty_value_is_a_bad_one(String option) {
        assertThat(run(Map.of(), option, "")).startsWith("2 " + option + ": ").hasLineCount(1);
    }

    @Test
    void help_and_a_warm_up_alone_do_not_mind_bad_variables() {
        Map<String, String> environment = new HashMap<>();
        withAValue(new MockCommand(Map.of()))
                .forEach(option -> environment.put(EnvironmentDefaults.name(option.longestName()), "bad"));

        assertThat(run(environment, "--help")).isEqualTo("0 ");
        assertThat(run(environment, "--warm-up-only")).isEqualTo("0 ");
    }
}
