package io.handlekit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.AccessDenied;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpReply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcomes of HTTP statuses without an envelope, and of the codes that concern access. */
class ReplyStatusTest extends ClientTest {
    private static final String LOGIN = "POST /v1/auth/login";
    private static final String DELETE = "DELETE /v1/customers/XX123456-XX";

    private void answer429(String retryAfter) {
        Map<String, String> headers = Map.of("retry-after", retryAfter, "Date", "Sat, 21 Nov 2026 10:00:00 GMT");
        service.answer(CompletableFuture.completedFuture(new HttpReply(429, headers, "slow down".getBytes(UTF_8))));
    }

    @ParameterizedTest
    @CsvSource({
        "7,PT7S",
        "0,PT0S",
        "' 120 ',PT2M",
        "'Sat, 21 Nov 2026 10:01:30 GMT',PT1M30S",
        "'Sat, 21 Nov 2026 09:00:00 GMT',PT0S",
    })
    void a_429_is_throttled_and_says_when_to_try_again(String retryAfter, Duration expected) {
        answer429(retryAfter);

        Throttled failure = failure(Throttled.class, () -> withToken().delete(HANDLE));

        assertThat(failure.retryAfter()).contains(expected);
        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(failure.reply().orElseThrow().httpStatus()).isEqualTo(429);
        assertThat(service.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "Sat, 21 Nov"})
    void a_retry_after_that_cannot_be_read_is_left_out(String retryAfter) {
        answer429(retryAfter);

        assertThat(failure(Throttled.class, () -> withToken().delete(HANDLE)).retryAfter())
                .isEmpty();
    }

    @Test
    void without_a_date_header_the_clock_decides_how_far_a_date_is_away() {
        Map<String, String> headers = Map.of("Retry-After", "Sat, 21 Nov 2026 10:00:45 GMT");
        service.answer(CompletableFuture.completedFuture(new HttpReply(429, headers, new byte[0])));

        assertThat(failure(Throttled.class, () -> withToken().delete(HANDLE)).retryAfter())
                .contains(Duration.ofSeconds(45));
    }

    @Test
    void a_throttled_answer_with_a_code_says_when_to_try_again_too() {
        Map<String, String> headers = Map.of("Retry-After", "300");
        service.answer(CompletableFuture.completedFuture(
                new HttpReply(429, headers, FakeService.error(4007).getBytes(UTF_8))));

        Throttled failure = failure(Throttled.class, () -> withToken().delete(HANDLE));

        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(5));
        assertThat(failure.answer().orElseThrow().code()).isEqualTo(4007);
    }

    @Test
    void a_401_without_an_envelope_renews_the_token_once() {
        service.answer(200, FakeService.token("old"))
                .answer(401, "")
                .answer(200, FakeService.token("new"))
                .answer(200, DONE);

        withLogin().delete(HANDLE);

        assertThat(service.log())
                .containsExactly(LOGIN + " -", DELETE + " Bearer old", LOGIN + " -", DELETE + " Bearer new");
    }

    @Test
    void a_second_401_is_not_authenticated_without_effect() {
        service.answer(200, FakeService.token("old"))
                .answer(401, "<html>")
                .answer(200, FakeService.token("new"))
                .answer(401, "<html>");

        NotAuthenticated failure =
                failure(NotAuthenticated.class, () -> withLogin().delete(HANDLE));

        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(failure.reply().orElseThrow().httpStatus()).isEqualTo(401);
        assertThat(service.calls()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429})
    void a_login_that_is_refused_without_an_envelope_is_not_repeated_for_a_minute(int status) {
        service.answer(status, "").answer(200, FakeService.token("one")).answer(200, DONE);
        BlockingCustomers customers = withLogin();

        failure(CustomersFailure.class, () -> customers.delete(HANDLE));
        failure(CustomersFailure.class, () -> customers.delete(HANDLE));
        assertThat(service.log()).containsExactly(LOGIN + " -");

        clock.forward(Duration.ofMinutes(1));
        customers.delete(HANDLE);
    }

    @Test
    void a_login_waits_as_long_as_the_service_asks() {
        answer429("180");
        service.answer(200, FakeService.token("one")).answer(200, DONE);
        BlockingCustomers customers = withLogin();
        failure(Throttled.class, () -> customers.delete(HANDLE));

        clock.forward(Duration.ofSeconds(179));
        failure(Throttled.class, () -> customers.delete(HANDLE));
        assertThat(service.calls()).hasSize(1);

        clock.forward(Duration.ofSeconds(1));
        customers.delete(HANDLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599})
    void a_server_error_without_an_envelope_is_unavailable_and_a_write_may_have_taken_effect(int status) {
        service.answer(status, "<html>").answer(status, "<html>");

        assertThat(failure(Unavailable.class, () -> withToken().delete(HANDLE)).mayHaveTakenEffect())
                .isTrue();
        assertThat(failure(Unavailable.class, () -> withToken().get(HANDLE)).mayHaveTakenEffect())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void another_client_error_without_an_envelope_is_a_broken_reply(int status) {
        service.answer(status, "<html>");

        failure(BrokenReply.class, () -> withToken().delete(HANDLE));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500})
    void code_10008_is_not_authenticated_and_renews_no_token(int status) {
        service.answer(200, FakeService.token("one")).answer(status, FakeService.error(10008));

        NotAuthenticated failure =
                failure(NotAuthenticated.class, () -> withLogin().delete(HANDLE));

        assertThat(failure.answer().orElseThrow().code()).isEqualTo(10008);
        assertThat(service.log()).containsExactly(LOGIN + " -", DELETE + " Bearer one");
    }

    @Test
    void code_10005_is_access_denied_except_at_a_login() {
        service.answer(200, FakeService.token("one")).answer(429, FakeService.error(10005));
        failure(AccessDenied.class, () -> withLogin().delete(HANDLE));

        service.answer(500, FakeService.error(10005));
        failure(NotAuthenticated.class, () -> withLogin().delete(HANDLE));
    }

    @Test
    void the_data_text_of_an_error_is_in_the_answer() {
        service.answer(404, "{\"desc\":\"See the help page.\",\"code\":399,\"data\":\"contact is locked\"}");

        assertThat(failure(Rejected.class, () -> withToken().delete(HANDLE))
                        .answer()
                        .orElseThrow()
                        .data())
                .isEqualTo("contact is locked");
    }
}
