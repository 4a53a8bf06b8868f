package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.VendorAnswer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginTokensTest {
    private static final long REST = LoginTokens.REST_AFTER_REFUSAL.toNanos();

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - REST / 2);
    private final Deque<CompletableFuture<String>> logins = new ArrayDeque<>();
    private final LoginTokens tokens = new LoginTokens(logins::remove, clock::get);

    private static CompletableFuture<String> refused(int code) {
        return CompletableFuture.failedFuture(
                new CustomersFailure.NotAuthenticated(VendorAnswer.of(500, code, "", "")));
    }

    @Test
    void a_refused_login_stands_for_a_minute() {
        logins.addAll(List.of(refused(196), CompletableFuture.completedFuture("one")));

        assertThat(tokens.current()).isCompletedExceptionally();
        clock.addAndGet(REST - 1);
        assertThat(tokens.current()).isCompletedExceptionally();
        clock.addAndGet(1);
        assertThat(tokens.current()).isCompletedWithValue("one");
    }

    @Test
    void a_login_that_was_lost_on_the_way_is_tried_again_at_once() {
        logins.addAll(List.of(
                CompletableFuture.failedFuture(new CustomersFailure.Unavailable("gone", false, null)),
                CompletableFuture.completedFuture("one")));

        assertThat(tokens.current()).isCompletedExceptionally();
        assertThat(tokens.current()).isCompletedWithValue("one");
    }

    @Test
    void a_token_that_was_refused_is_replaced_once_for_all_who_held_it() {
        logins.addAll(List.of(CompletableFuture.completedFuture("one"), CompletableFuture.completedFuture("two")));
        tokens.current();

        assertThat(tokens.insteadOf("one").orElseThrow()).isCompletedWithValue("two");
        assertThat(tokens.insteadOf("one").orElseThrow()).isCompletedWithValue("two");
        assertThat(tokens.current()).isCompletedWithValue("two");
    }
}
