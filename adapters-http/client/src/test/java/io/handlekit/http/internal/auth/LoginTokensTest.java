package io.handlekit.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.vendor.RawReply;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.http.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoginTokensTest {
    private final ManualClock clock = new ManualClock();
    private final Deque<CompletableFuture<String>> logins = new ArrayDeque<>();
    private final LoginTokens tokens = new LoginTokens(logins::remove, clock);

    private static CompletableFuture<String> refused(int code) {
        return CompletableFuture.failedFuture(
                new CustomersFailure.NotAuthenticated(VendorAnswer.of(500, code, "", "")));
    }

    @Test
    void a_refused_login_stands_for_a_minute() {
        logins.addAll(List.of(refused(196), CompletableFuture.completedFuture("one")));

        assertThat(tokens.current()).isCompletedExceptionally();
        clock.forward(LoginTokens.REST_AFTER_REFUSAL.minusMillis(1));
        assertThat(tokens.current()).isCompletedExceptionally();
        clock.forward(Duration.ofMillis(1));
        assertThat(tokens.current()).isCompletedWithValue("one");
    }

    @Test
    void after_each_refusal_in_a_row_it_rests_twice_as_long_up_to_an_hour() {
        Duration rest = LoginTokens.REST_AFTER_REFUSAL;
        for (int refusal = 0; refusal < 9; refusal++) {
            logins.addAll(List.of(refused(196), refused(196)));
        }
        tokens.current();
        int left = logins.size();
        for (int refusal = 0; refusal < 8; refusal++) {
            clock.forward(rest.minusMillis(1));
            tokens.current();
            assertThat(logins).hasSize(left);
            clock.forward(Duration.ofMillis(1));
            tokens.current();
            assertThat(logins).hasSize(--left);
            rest = rest.compareTo(Duration.ofHours(1)) < 0 ? rest.multipliedBy(2) : rest;
        }
    }

    @Test
    void what_is_no_envelope_may_have_been_a_refusal_too() {
        RawReply page = new RawReply(403, "text/html", 6, "", "<html>");
        logins.addAll(List.of(
                CompletableFuture.failedFuture(new CustomersFailure.BrokenReply("no envelope", page, false)),
                CompletableFuture.failedFuture(new CustomersFailure.Unavailable(page, false)),
                CompletableFuture.completedFuture("one")));

        tokens.current();
        assertThat(tokens.current()).isCompletedExceptionally();
        clock.forward(LoginTokens.REST_AFTER_REFUSAL);
        assertThat(tokens.current()).isCompletedExceptionally();
        assertThat(tokens.current()).isCompletedExceptionally();
        assertThat(logins).hasSize(1);
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

    @Test
    void a_token_is_renewed_an_hour_before_the_documented_48_are_over() {
        logins.addAll(List.of(CompletableFuture.completedFuture("one"), CompletableFuture.completedFuture("two")));
        tokens.current();

        clock.forward(Duration.ofHours(47).minusMillis(1));
        assertThat(tokens.current()).isCompletedWithValue("one");
        clock.forward(Duration.ofMillis(1));
        assertThat(tokens.current()).isCompletedWithValue("two");
    }

    @Test
    void callers_who_come_while_a_login_is_under_way_wait_for_it_however_long_that_takes() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        logins.add(slow);

        CompletableFuture<String> first = tokens.current();
        clock.forward(Duration.ofDays(3));
        CompletableFuture<String> second = tokens.current();
        slow.complete("one");

        assertThat(first).isCompletedWithValue("one");
        assertThat(second).isCompletedWithValue("one");
    }

    @Test
    void there_are_never_30_logins_in_a_minute() {
        for (int login = 0; login < 60; login++) {
            logins.add(CompletableFuture.failedFuture(new CustomersFailure.Unavailable("gone", false, null)));
        }
        for (int login = 0; login < LoginTokens.MOST_LOGINS_A_MINUTE; login++) {
            assertThat(tokens.current()).isCompletedExceptionally();
            clock.forward(Duration.ofSeconds(1));
        }

        assertThatThrownBy(() -> tokens.current().join())
                .hasCauseInstanceOf(CustomersFailure.Throttled.class)
                .satisfies(failure -> assertThat(((CustomersFailure.Throttled) failure.getCause()).retryAfter())
                        .contains(Duration.ofSeconds(31)));
        assertThat(logins).hasSize(60 - LoginTokens.MOST_LOGINS_A_MINUTE);
        clock.forward(Duration.ofSeconds(31));
        assertThat(tokens.current()).isCompletedExceptionally();
        assertThat(logins).hasSize(59 - LoginTokens.MOST_LOGINS_A_MINUTE);
    }
}
