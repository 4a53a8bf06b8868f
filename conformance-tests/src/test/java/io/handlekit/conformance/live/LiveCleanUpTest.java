package io.handlekit.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.mock.behaviour.Switch;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a live run deletes the customers it created, or reports those it could not delete. */
class LiveCleanUpTest {
    @TempDir
    private Path folder;

    @Test
    void a_run_deletes_the_customers_it_created() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            assertThat(run.run()).isTrue();

            assertThat(run.mock().size()).isZero();
            assertThat(creates(run)).isPositive();
        }
    }

    @Test
    void a_run_with_a_failed_step_goes_on_and_deletes_the_customers_it_created() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            assertThat(run.run(call -> call.method().equals("PUT")
                            ? noAnswer()
                            : run.transport().send(call)))
                    .isTrue();

            assertThat(run.mock().size()).isZero();
            assertThat(creates(run)).isPositive();
            assertThat(run.row("update.reply")).endsWith("|  | not seen |");
            assertThat(run.row("get.unknown")).endsWith("| same |");
        }
    }

    @Test
    void customers_whose_create_got_no_reply_are_found_by_their_mark() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            assertThat(run.run(call -> {
                        CompletableFuture<HttpReply> reply =
                                run.transport().send(call).toCompletableFuture();
                        return isCreate(call.method(), call.uri().getPath())
                                ? reply.thenCompose(lost -> noAnswer())
                                : reply;
                    }))
                    .isTrue();

            assertThat(run.mock().size()).isZero();
            assertThat(creates(run)).isPositive();
        }
    }

    @Test
    void a_customer_that_cannot_be_deleted_is_reported_with_the_mark() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX.with(Switch.Delete.HAS_DOMAINS), folder)) {
            assertThat(run.run()).isFalse();

            assertThat(run.said()).last().asString().contains("Not deleted", "AL900001-NL", "marked handlekit-live-");
        }
    }

    @Test
    void a_tag_that_cannot_be_removed_is_reported() {
        try (LiveRunAtMock run = new LiveRunAtMock(LiveRunAtMock.SANDBOX, folder)) {
            assertThat(run.run(call -> call.method().equals("DELETE")
                                    && call.uri().getPath().endsWith("/tags")
                            ? noAnswer()
                            : run.transport().send(call)))
                    .isFalse();

            assertThat(run.mock().size()).isZero();
            assertThat(run.said()).last().asString().contains("Not deleted", "tag handlekit-live-");
        }
    }

    private static CompletableFuture<HttpReply> noAnswer() {
        return CompletableFuture.failedFuture(new TransportFailure(TransportFailure.Kind.EXCHANGE, null));
    }

    private static boolean isCreate(String method, String path) {
        return method.equals("POST") && path.endsWith("/customers");
    }

    private static long creates(LiveRunAtMock run) {
        return run.mock().exchanges().stream()
                .filter(exchange -> isCreate(exchange.method(), exchange.path()))
                .count();
    }
}
