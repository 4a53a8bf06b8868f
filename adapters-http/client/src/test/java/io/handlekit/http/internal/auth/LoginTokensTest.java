package io.handlekit.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.vendor.RawReply;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.http.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The logins that a client makes, and the delays between them. */
class LoginTokensTest {
    private final ManualClock clock = new ManualClock();
    private final Deque<CompletableFuture<String>> logins = new ArrayDeque<>();
    private final LoginTokens tokens = new LoginTokens(logins::remove, clock);

    private static CompletableFuture<String> refused(int code) {
        return CompletableFuture.failedFuture(
                new CustomersFailure.NotAuthenticated(VendorAnswer.of(500, code, "", "")));
    }

    @Test
    void a_refused_login_is_not_repeated_for_a_minute() {
        logins.addAll(List.of(refused(196), CompletableFuture.completedFuture("one")));

        assertThat(tokens.current()).isCompletedExceptionally();
        clock.forward(LoginTokens.DELAY_AFTER_REFUSAL.minusMillis(1));
        assertThat(tokens.current()).isCompletedExceptionally();
        clock.forward(Duration.ofMillis(1));
        assertThat(tokens.current()).isCompletedWithValue("one");
    }

    @Test
    void the_delay_doubles_after_each_refusal_up_to_an_hour() {
        Duration delay = LoginTokens.DELAY_AFTER_REFUSAL;
        for (int refusal = 0; refusal < 9; refusal++) {
            logins.addAll(List.of(refused(196), refused(196)));
        }
        tokens.current();
        int left = logins.size();
        for (int refusal = 0; refusal < 8; refusal++) {
            clock.forward(delay.minusMillis(1));
            tokens.current();
            assertThat(logins).hasSize(left);
            clock.forward(Duration.ofMillis(1));
            tokens.current();
            assertThat(logins).hasSize(--left);
            delay = delay.compareTo(Duration.ofHours(1)) < 0 ? delay.multipliedBy(2) : delay;
        }
    }

    @Test
    void a_reply_without_an_envelope_counts_as_a_refusal() {
        RawReply page = new RawReply(403, "text/html", 6, "", "<html>");
        logins.addAll(List.of(
                CompletableFuture.failedFuture(new CustomersFailure.BrokenReply("no envelope", page, false)),
                CompletableFuture.failedFuture(new CustomersFailure.Unavailable(page, false)),
                CompletableFuture.completedFuture("one")));

        tokens.current();
        assertThat(tokens.current()).isCompletedExceptionally();
        clock.forward(LoginTokens.DELAY_AFTER_REFUSAL);
        assertThat(tokens.current()).isCompletedExceptionally();
        assertThat(tokens.current()).isCompletedExceptionally();
        assertThat(logins).hasSize(1);
    }

    @Test
    void a_login_without_a_reply_is_repeated_at_once() {
        logins.addAll(List.of(
                CompletableFuture.failedFuture(new CustomersFailure.Unavailable("gone", false, null)),
                CompletableFuture.completedFuture("one")));

        assertThat(tokens.current()).isCompletedExceptionally();
        assertThat(tokens.current()).isCompletedWithValue("one");
    }

    @Test
    void a_refused_token_is_replaced_once_for_all_callers() {
        logins.addAll(List.of(CompletableFuture.completedFuture("one"), CompletableFuture.completedFuture("two")));
        tokens.current();

        assertThat(tokens.replacementFor("one").orElseThrow()).isCompletedWithValue("two");
        assertThat(tokens.replacementFor("one").orElseThrow()).isCompletedWithValue("two");
        assertThat(tokens.current()).isCompletedWithValue("two");
    }

    @Test
    void a_token_is_renewed_after_47_of_the_documented_48_hours() {
        logins.addAll(List.of(CompletableFuture.completedFuture("one"), CompletableFuture.completedFuture("two")));
        tokens.current();

        clock.forward(Duration.ofHours(47).minusMillis(1));
        assertThat(tokens.current()).isCompletedWithValue("one");
        clock.forward(Duration.ofMillis(1));
        assertThat(tokens.current()).isCompletedWithValue("two");
    }

    @Test
    void callers_wait_for_the_login_in_flight_however_long_it_takes() {
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
        for (int login = 0; login < LoginTokens.MAX_LOGINS_PER_MINUTE; login++) {
            assertThat(tokens.current()).isCompletedExceptionally();
            clock.forward(Duration.ofSeconds(1));
        }

        assertThatThrownBy(() -> tokens.current().join())
                .hasCauseInstanceOf(CustomersFailure.Throttled.class)
                .satisfies(failure -> assertThat(((CustomersFailure.Throttled) failure.getCause()).retryAfter())
                        .contains(Duration.ofSeconds(31)));
        assertThat(logins).hasSize(60 - LoginTokens.MAX_LOGINS_PER_MINUTE);
        clock.forward(Duration.ofSeconds(31));
        assertThat(tokens.current()).isCompletedExceptionally();
        assertThat(logins).hasSize(59 - LoginTokens.MAX_LOGINS_PER_MINUTE);
    }
}
