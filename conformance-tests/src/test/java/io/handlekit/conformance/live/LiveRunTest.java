package io.handlekit.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.behaviour.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveRunTest {
    @TempDir
    private Path folder;

    @Test
    void without_an_account_it_says_in_a_line_that_it_did_not_run() {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX, folder)) {
            assertThat(trial.run(Map.of("PATH", "/bin"), trial.transport())).isTrue();

            assertThat(trial.said()).hasSize(1).first().asString().startsWith("The live run did not run");
            assertThat(trial.report()).doesNotExist();
        }
    }

    @Test
    void half_an_account_is_a_mistake_and_not_a_reason_to_do_nothing() {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX, folder)) {
            assertThatThrownBy(() -> trial.run(Map.of("OPENPROVIDER_USERNAME", "me"), trial.transport()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("OPENPROVIDER_BASE_URL is required");
        }
    }

    @Test
    void the_live_service_has_to_be_meant() {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX, folder)) {
            assertThatThrownBy(() -> trial.run(
                            LiveTrial.environment("live"),
                            call -> CompletableFuture.failedFuture(new AssertionError("sent"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-Dopenprovider.live=yes");
        }
    }

    @Test
    void every_line_it_looks_at_is_the_ledger_s_and_is_as_the_mock_does() throws IOException {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX, folder)) {
            assertThat(trial.run()).isTrue();

            assertThat(trial.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).endsWith("| same |"))
                    .map(LiveTrial::id)
                    .isSubsetOf(ledger())
                    .doesNotHaveDuplicates();
            assertThat(trial.said()).hasSize(1);
            assertThat(trial.mock().exchanges()).hasSizeLessThan(LiveTransport.MOST_CALLS);
        }
    }

    @Test
    void neither_token_nor_password_is_told() throws IOException {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX, folder)) {
            trial.run();

            assertThat(String.join("\n", trial.said()) + Files.readString(trial.report()))
                    .doesNotContain("s3cret")
                    .doesNotContainPattern("[0-9a-f]{32}");
        }
    }

    @ParameterizedTest
    @MethodSource("drifts")
    void a_service_that_is_otherwise_is_told_of_by_the_line(Switch otherwise, String id, String seen) {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX.with(otherwise), folder)) {
            trial.run();

            assertThat(trial.row(id)).endsWith("| " + seen + " | differs |");
            assertThat(trial.said()).anyMatch(line -> line.contains(id) && line.contains(seen));
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
                Arguments.of(Switch.LargeLimit.REFUSE, "list.limit-above", "HTTP 400, code 900402"),
                Arguments.of(Switch.Deleted.SHOWN, "get.deleted", "code 0"),
                Arguments.of(Switch.Delete.HAS_DOMAINS, "delete.reply", "HTTP 500, code 6200"),
                Arguments.of(Switch.Login.UNSIGNED, "login.reply", "HTTP 500, code 197"));
    }

    private static List<String> ledger() throws IOException {
        JsonNode ledger = JsonMapper.builder()
                .build()
                .readTree(MockOpenprovider.class
                        .getResourceAsStream("ledger.json")
                        .readAllBytes());
        return ledger.valueStream().map(line -> line.path("id").asString()).toList();
    }
}
