package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.VendorWarning;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What guards a call on its way: retries of reads, limits, tokens of one's own, and who is told of it. */
class GuardsTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");
    private static final CustomerChanges CHANGES =
            CustomerChanges.builder().comments("changed").build();
    private static final String DONE = "{\"code\":0,\"data\":{\"success\":true}}";
    private static final String CUSTOMER = "{\"code\":0,\"data\":{\"handle\":\"XX123456-XX\"}}";

    private final FakeService service = new FakeService();
    private final ManualClock clock = new ManualClock();
    private final List<Attempt> attempts = new ArrayList<>();

    private HttpCustomers.Builder form(BaseUrl baseUrl) {
        return HttpCustomers.builder(baseUrl)
                .transport(service)
                .credentials(Credentials.token("given"))
                .clock(clock)
                .observer(attempts::add);
    }

    private BlockingCustomers customers() {
        return new BlockingCustomers(
                form(BaseUrl.of("http://127.0.0.1:8080/v1beta")).build());
    }

    private static CompletableFuture<HttpReply> lost(TransportFailure.Kind kind) {
        return CompletableFuture.failedFuture(new TransportFailure(kind, null));
    }

    @Test
    void a_read_is_sent_again_twice_when_the_transport_fails() {
        service.answer(lost(TransportFailure.Kind.CONNECT))
                .answer(lost(TransportFailure.Kind.EXCHANGE))
                .answer(200, CUSTOMER);

        assertThat(customers().get(HANDLE).handle()).isEqualTo(HANDLE);

        assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(attempts)
                .extracting(attempt -> attempt.httpStatus().isPresent())
                .containsExactly(false, false, true);
    }

    @Test
    void a_read_fails_as_it_did_the_third_time() {
        for (int i = 0; i < 5; i++) {
            service.answer(lost(TransportFailure.Kind.CONNECT));
        }

        assertThatThrownBy(() -> customers().list(CustomerQuery.all()))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        failure -> assertThat(failure.mayHaveTakenEffect()).isFalse());
        assertThat(service.calls()).hasSize(3);
    }

    @Test
    void what_the_service_says_and_what_is_too_large_are_not_asked_for_again() {
        service.answer(500, FakeService.error(999))
                .answer(502, "<html>")
                .answer(200, "")
                .answer(lost(TransportFailure.Kind.TOO_LARGE));

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> customers().get(HANDLE)).isInstanceOf(CustomersFailure.class);
        }
        assertThat(service.calls()).hasSize(4);
    }

    @Test
    void a_write_is_never_sent_again_for_a_failure_of_the_transport() {
        for (TransportFailure.Kind kind : TransportFailure.Kind.values()) {
            service.answer(lost(kind)).answer(lost(kind));
            assertThatThrownBy(() -> customers().update(HANDLE, CHANGES)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> customers().delete(HANDLE)).isInstanceOf(Unavailable.class);
        }
        assertThat(service.calls()).hasSize(6);
    }

    @Test
    void a_rest_that_does_not_fit_the_deadline_is_not_begun_and_one_ends_with_whoever_cancels() {
        service.answer(lost(TransportFailure.Kind.CONNECT)).answer(lost(TransportFailure.Kind.CONNECT));
        HttpCustomers hasty = form(BaseUrl.of("http://127.0.0.1:8080/v1beta"))
                .deadline(Duration.ofMillis(20))
                .build();

        assertThatThrownBy(() -> new BlockingCustomers(hasty).get(HANDLE)).hasMessageContaining("no connection");
        CompletableFuture<?> patient = form(BaseUrl.of("http://127.0.0.1:8080/v1beta"))
                .build()
                .get(HANDLE)
                .toCompletableFuture();
        patient.cancel(true);

        assertThat(service.calls()).hasSize(2);
    }

    @Test
    void identical_calls_are_not_sent_that_the_service_would_block_the_address_for() {
        BlockingCustomers customers =
                new BlockingCustomers(form(BaseUrl.SANDBOX).build());
        for (int i = 0; i < 49; i++) {
            service.answer(200, DONE);
            customers.update(HANDLE, CHANGES);
            clock.forward(Duration.ofSeconds(1));
        }
        service.answer(200, DONE).answer(200, DONE);

        assertThatThrownBy(() -> customers.update(HANDLE, CHANGES)).isInstanceOfSatisfying(Throttled.class, failure -> {
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(81));
            assertThat(failure.mayHaveTakenEffect()).isFalse();
            assertThat(failure.answer()).isEmpty();
        });
        assertThat(service.calls()).hasSize(49);
        customers.delete(HANDLE);
        clock.forward(Duration.ofSeconds(81));
        customers.update(HANDLE, CHANGES);
    }

    @Test
    void every_attempt_counts_and_a_login_does_not() {
        HttpCustomers customers = form(BaseUrl.LIVE)
                .identicalCalls(new CallLimit(3, Duration.ofMinutes(5)))
                .credentials(Credentials.login("reseller", "secret"))
                .build();
        service.answer(200, FakeService.token("one"))
                .answer(500, FakeService.error(196))
                .answer(200, FakeService.token("two"))
                .answer(200, CUSTOMER);

        assertThat(new BlockingCustomers(customers).get(HANDLE).handle()).isEqualTo(HANDLE);

        assertThatThrownBy(() -> new BlockingCustomers(customers).get(HANDLE)).isInstanceOf(Throttled.class);
    }

    @Test
    void the_limit_is_that_of_the_host_unless_it_is_set() {
        assertThat(BaseUrl.LIVE.identicalCalls()).isEqualTo(CallLimit.LIVE);
        assertThat(BaseUrl.SANDBOX.identicalCalls()).isEqualTo(CallLimit.SANDBOX);
        assertThat(BaseUrl.of("https://api.cte.openprovider.eu/v1beta").identicalCalls())
                .isEqualTo(CallLimit.SANDBOX);
        assertThat(BaseUrl.of("http://API.sandbox.openprovider.NL.:8480/v1beta").identicalCalls())
                .isEqualTo(CallLimit.SANDBOX);
        assertThatThrownBy(() -> BaseUrl.of("https://me:p ss@host/v1beta")).hasMessageNotContaining("p ss");
        assertThat(BaseUrl.of("https://proxy.example/v1beta").identicalCalls()).isEqualTo(CallLimit.LIVE);
        for (String here : List.of("localhost:1", "127.0.0.1:1", "[::1]:1")) {
            assertThat(BaseUrl.of("http://" + here + "/v1beta").identicalCalls())
                    .isEqualTo(CallLimit.NONE);
        }
    }

    @Test
    void of_very_many_different_calls_the_least_recent_are_forgotten() {
        IdenticalCallGuard guard = new IdenticalCallGuard(new CallLimit(2, Duration.ofHours(1)), Duration.ZERO, clock);
        guard.enter(call(0));
        for (int i = 1; i <= 10_000; i++) {
            guard.enter(call(i));
        }

        guard.enter(call(0));
        assertThatThrownBy(() -> guard.enter(call(0))).isInstanceOf(Throttled.class);
    }

    private static HttpCall call(int number) {
        return new HttpCall("GET", URI.create("http://127.0.0.1/v1beta/customers/" + number), Map.of(), new byte[0]);
    }

    @Test
    void a_source_of_tokens_is_asked_for_each_call_and_for_another_one_when_one_is_refused() {
        List<Optional<String>> asked = new ArrayList<>();
        TokenSource source = refused -> {
            asked.add(refused);
            return CompletableFuture.completedFuture(refused.isPresent() ? "fresh" : "stale");
        };
        service.answer(500, FakeService.error(196)).answer(200, CUSTOMER).answer(200, CUSTOMER);
        BlockingCustomers customers = new BlockingCustomers(
                form(BaseUrl.LIVE).credentials(Credentials.from(source)).build());

        customers.get(HANDLE);
        customers.get(HANDLE);

        assertThat(asked).containsExactly(Optional.empty(), Optional.of("stale"), Optional.empty());
        assertThat(service.log())
                .extracting(line -> line.replaceAll(".* ", ""))
                .containsExactly("stale", "fresh", "stale");
    }

    @Test
    void a_source_of_tokens_that_fails_or_has_none_fails_the_call_and_nothing_is_sent() {
        List<Throwable> bare = new ArrayList<>();
        List<TokenSource> sources = List.of(
                refused -> CompletableFuture.failedFuture(new IllegalStateException("vault")),
                refused -> CompletableFuture.completedFuture("two words"),
                refused -> CompletableFuture.completedFuture(""),
                refused -> {
                    throw new IllegalStateException("vault");
                });
        for (TokenSource source : sources) {
            BlockingCustomers customers = new BlockingCustomers(
                    form(BaseUrl.LIVE).credentials(Credentials.from(source)).build());
            assertThatThrownBy(() -> customers.update(HANDLE, CHANGES))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            failure -> assertThat(failure.mayHaveTakenEffect()).isFalse());
        }
        assertThat(service.calls()).isEmpty();
        form(BaseUrl.LIVE)
                .credentials(Credentials.from(sources.get(0)))
                .build()
                .get(HANDLE)
                .whenComplete((customer, failure) -> bare.add(failure));
        assertThat(bare).singleElement().isInstanceOf(Unavailable.class);
    }

    @Test
    void a_login_names_the_address_that_its_token_is_for_if_it_is_told_one() {
        service.answer(200, FakeService.token("one")).answer(200, DONE);

        new BlockingCustomers(form(BaseUrl.LIVE)
                        .credentials(Credentials.login("reseller", "secret", "0.0.0.0"))
                        .build())
                .update(HANDLE, CHANGES);

        assertThat(new String(service.calls().get(0).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"username\":\"reseller\",\"password\":\"secret\",\"ip\":\"0.0.0.0\"}");
    }

    @Test
    void an_observer_is_told_of_every_exchange_and_of_what_a_success_has_nowhere_to_put() {
        service.answer(200, FakeService.token("one"))
                .answer(
                        200,
                        "{\"code\":0,\"maintenance\":true,\"warnings\":[{\"code\":250,\"desc\":\"d\",\"data\":\"x\"},{}],"
                                + "\"data\":{\"success\":true}}")
                .answer(500, FakeService.error(131));
        BlockingCustomers customers = new BlockingCustomers(form(BaseUrl.LIVE)
                .credentials(Credentials.login("reseller", "secret"))
                .build());

        customers.update(HANDLE, CHANGES);
        assertThatThrownBy(() -> customers.update(HANDLE, CHANGES)).isInstanceOf(CustomersFailure.Rejected.class);

        assertThat(attempts)
                .extracting(attempt -> attempt.toString().replaceAll("[0-9]+ ms", "N ms"))
                .containsExactly(
                        "LOGIN /auth/login attempt 1: HTTP 200, code 0, N ms",
                        "UPDATE /customers/{handle} attempt 1: HTTP 200, code 0, [VendorWarning[code 250]], maintenance,"
                                + " N ms",
                        "UPDATE /customers/{handle} attempt 1: HTTP 500, code 131, N ms");
        assertThat(attempts.get(1).warnings()).containsExactly(new VendorWarning(250, "d", "x"));
        assertThat(attempts.get(1).isMaintenance()).isTrue();
    }

    @Test
    void an_observer_that_throws_changes_nothing() {
        service.answer(200, DONE);

        new BlockingCustomers(form(BaseUrl.LIVE)
                        .observer(attempt -> {
                            throw new NoClassDefFoundError("metrics are down");
                        })
                        .build())
                .update(HANDLE, CHANGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "request-id", "X-CORRELATION-ID"})
    void warnings_and_the_request_s_id_are_with_a_refusal(String header) {
        String body = "{\"code\":131,\"desc\":\"d\",\"warnings\":[{\"code\":7}]}";
        service.answer(reply(500, header, body)).answer(reply(502, header, "<html>"));

        assertThatThrownBy(() -> customers().update(HANDLE, CHANGES))
                .isInstanceOfSatisfying(CustomersFailure.class, failure -> {
                    assertThat(failure.answer().orElseThrow().requestId()).isEqualTo("r-77");
                    assertThat(failure.answer().orElseThrow().warnings()).containsExactly(new VendorWarning(7, "", ""));
                });
        assertThatThrownBy(() -> customers().update(HANDLE, CHANGES))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        failure -> assertThat(failure.reply().orElseThrow().requestId())
                                .isEqualTo("r-77"));
    }

    private static CompletionStage<HttpReply> reply(int status, String header, String body) {
        return CompletableFuture.completedFuture(
                new HttpReply(status, Map.of(header, "r-77"), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void it_calls_itself_by_its_name_and_version_and_by_what_it_is_told() {
        for (int i = 0; i < 4; i++) {
            service.answer(200, DONE);
        }
        new BlockingCustomers(form(BaseUrl.LIVE).build()).delete(HANDLE);
        new BlockingCustomers(form(BaseUrl.LIVE).product("billing/2.1").build()).delete(HANDLE);
        new BlockingCustomers(form(BaseUrl.LIVE).userAgent("mine").build()).delete(HANDLE);
        new BlockingCustomers(form(BaseUrl.LIVE).userAgent("").build()).delete(HANDLE);

        assertThat(service.calls().get(0).headers().get("User-Agent")).matches("handlekit/[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(service.calls().get(1).headers().get("User-Agent")).matches("handlekit/[^ ]+ billing/2\\.1");
        assertThat(service.calls().get(2).headers()).containsEntry("User-Agent", "mine");
        assertThat(service.calls().get(3).headers()).doesNotContainKey("User-Agent");
        assertThatThrownBy(() -> form(BaseUrl.LIVE).product("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
