package io.handlekit.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.mock.behaviour.Switch;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live run leaves nobody behind, or says whom. */
class LiveCleanUpTest {
    @TempDir
    private Path folder;

    @Test
    void after_a_whole_run_nobody_is_left() {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX, folder)) {
            assertThat(trial.run()).isTrue();

            assertThat(trial.mock().size()).isZero();
            assertThat(creates(trial)).isPositive();
        }
    }

    @Test
    void after_a_step_that_failed_nobody_is_left_and_other_steps_were_taken() {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX, folder)) {
            assertThat(trial.run(call -> call.method().equals("PUT")
                            ? noAnswer()
                            : trial.transport().send(call)))
                    .isTrue();

            assertThat(trial.mock().size()).isZero();
            assertThat(creates(trial)).isPositive();
            assertThat(trial.row("update.reply")).endsWith("|  | not seen |");
            assertThat(trial.row("get.unknown")).endsWith("| same |");
        }
    }

    @Test
    void customers_whose_creation_was_never_heard_of_are_found_by_their_mark() {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX, folder)) {
            assertThat(trial.run(call -> {
                        CompletableFuture<HttpReply> reply =
                                trial.transport().send(call).toCompletableFuture();
                        return isCreate(call.method(), call.uri().getPath())
                                ? reply.thenCompose(lost -> noAnswer())
                                : reply;
                    }))
                    .isTrue();

            assertThat(trial.mock().size()).isZero();
            assertThat(creates(trial)).isPositive();
        }
    }

    @Test
    void whoever_cannot_be_deleted_is_told_with_the_mark() {
        try (LiveTrial trial = new LiveTrial(LiveTrial.SANDBOX.with(Switch.Delete.HAS_DOMAINS), folder)) {
            assertThat(trial.run()).isFalse();

            assertThat(trial.said()).last().asString().contains("Left behind", "AL900001-NL", "marked handlekit-live-");
        }
    }

    private static CompletableFuture<HttpReply> noAnswer() {
        return CompletableFuture.failedFuture(new TransportFailure(TransportFailure.Kind.EXCHANGE, null));
    }

    private static boolean isCreate(String method, String path) {
        return method.equals("POST") && path.endsWith("/customers");
    }

    private static long creates(LiveTrial trial) {
        return trial.mock().exchanges().stream()
                .filter(exchange -> isCreate(exchange.method(), exchange.path()))
                .count();
    }
}
