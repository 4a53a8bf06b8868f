package io.handlekit.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the live run against the mock. */
class LiveRunTest {
    @TempDir
    private Path folder;

    @Test
    void without_an_account_the_run_is_skipped_with_a_line_that_says_so() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            assertThat(run.run(Map.of("PATH", "/bin"), run.transport())).isTrue();

            assertThat(run.said()).hasSize(1).first().asString().startsWith("The live run was skipped");
            assertThat(run.report()).doesNotExist();
        }
    }

    @Test
    void an_incomplete_account_is_an_error() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            assertThatThrownBy(() -> run.run(Map.of("OPENPROVIDER_USERNAME", "me"), run.transport()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("OPENPROVIDER_BASE_URL is required");
        }
    }

    @Test
    void the_live_service_needs_a_property() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            assertThatThrownBy(() -> run.run(
                            LiveRunAtMock.environment("live"),
                            call -> CompletableFuture.failedFuture(new AssertionError("sent"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-Dopenprovider.live=yes");
        }
    }

    @Test
    void every_checked_line_is_in_the_ledger_and_the_mock_confirms_it() throws IOException {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            assertThat(run.run()).isTrue();

            assertThat(run.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).endsWith("| same |"))
                    .map(LiveRunAtMock::id)
                    .isSubsetOf(LedgerChecks.grades().keySet())
                    .doesNotHaveDuplicates();
            assertThat(run.said()).hasSize(1);
            assertThat(run.mock().exchanges()).hasSizeLessThan(LiveTransport.MOST_CALLS);
        }
    }

    @Test
    void token_and_password_are_in_no_output() throws IOException {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            run.run();

            assertThat(String.join("\n", run.said()) + Files.readString(run.report()))
                    .doesNotContain("s3cret")
                    .doesNotContainPattern("[0-9a-f]{32}");
        }
    }

    @ParameterizedTest
    @MethodSource("drifts")
    void a_service_that_differs_is_reported_by_the_line(Switch value, String id, String seen) {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX.with(value), folder)) {
            run.run();

            assertThat(run.row(id)).endsWith("| " + seen + " | differs |");
            assertThat(run.said()).anyMatch(line -> line.contains(id) && line.contains(seen));
        }
    }

    static List<Arguments> drifts() {
        return List.of(
                Arguments.of(Switch.ErrorStatus.HTTP_200, "envelope.error", "HTTP 200"),
                Arguments.of(Switch.ErrorData.TEXT, "envelope.error-data", "with data"),
                Arguments.of(Switch.PutSections.MERGE, "update.section", "replaced: no"),
                Arguments.of(Switch.PutName.REFUSE, "update.name", "HTTP 400, code 900402"),
                Arguments.of(Switch.EmptyValues.KEEP, "update.empty", "cleared: no"),
                Arguments.of(Switch.UnknownFields.REFUSE, "input.unknown", "HTTP 400, code 900402"),
                Arguments.of(Switch.Zip.STRICT, "form.zip", "code 116"),
                Arguments.of(Switch.BarePattern.SUBSTRING, "list.bare-pattern", "found"),
                Arguments.of(Switch.EmptyList.PRESENT, "list.empty", "with results"),
                Arguments.of(
                        Switch.VerificationStatus.FROM_START,
                        "get.verification-start",
                        "shown: email_verification_status"),
                Arguments.of(Switch.LargeLimit.REFUSE, "list.limit-above", "HTTP 400, code 900402"),
                Arguments.of(Switch.Deleted.SHOWN, "get.deleted", "code 0"),
                Arguments.of(Switch.Delete.HAS_DOMAINS, "delete.reply", "HTTP 400, code 6200"),
                Arguments.of(Switch.PutSections.MERGE, "update.required", "HTTP 200, code 0"),
                Arguments.of(Switch.Login.UNSIGNED, "login.reply", "HTTP 400, code 197"));
    }

    @Test
    void the_report_begins_with_what_would_change_the_ledger_most() {
        Behaviour otherwise =
                LiveRunAtMock.SANDBOX.with(Switch.ErrorStatus.HTTP_200).with(Switch.BarePattern.SUBSTRING);
        try (LiveRunAtMock run = new LiveRunAtMock(otherwise, folder)) {
            run.run();

            List<String> changes = run.rows().stream()
                    .map(row -> row.split(" \\| ", -1)[2])
                    .distinct()
                    .toList();
            assertThat(changes)
                    .containsExactly(
                            "correct a line with evidence, and the mock",
                            "correct the line and the mock, grade observed",
                            "grade observed",
                            "none");
            assertThat(run.row("envelope.error")).contains("| observed | correct a line with evidence");
            assertThat(run.row("list.bare-pattern")).contains("| assumed | correct the line and the mock");
        }
    }

    @Test
    void each_version_asked_for_has_a_section_in_the_report() throws IOException {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            Map<String, String> environment =
                    new HashMap<>(LiveRunAtMock.environment(run.mock().baseUri().toString()));
            environment.put("OPENPROVIDER_VERSIONS", "v1,v1beta");

            assertThat(run.run(environment, run.transport())).isTrue();

            String host = "http://127.0.0.1:" + run.mock().baseUri().getPort();
            assertThat(Files.readString(run.report()))
                    .containsSubsequence("## Seen at " + host + "/v1\n", "## Seen at " + host + "/v1beta\n");
            assertThat(run.mock().size()).isZero();
        }
    }

    @Test
    void a_version_that_is_not_one_is_an_error() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            Map<String, String> environment = new HashMap<>(LiveRunAtMock.environment("sandbox"));
            environment.put("OPENPROVIDER_VERSIONS", "v1;v1beta");

            assertThatThrownBy(() -> run.run(environment, run.transport()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("OPENPROVIDER_VERSIONS has \"v1;v1beta\", which is not a version."
                            + " Write versions such as v1,v1beta.");
        }
    }
}
