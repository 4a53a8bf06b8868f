package io.handlekit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.vendor.VendorWarning;
import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.CallObservation;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.ExchangeEvent;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.testing.ManualTimer;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.TransportFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of an observer, the details of a failure, and the User-Agent that the service sees. */
class CallObserverTest extends ClientTest {
    private static HttpReply warned(String warnings) {
        return FakeService.reply(
                200, "{\"code\":0,\"maintenance\":true,\"warnings\":" + warnings + ",\"data\":{\"success\":true}}");
    }

    @Test
    void an_observer_sees_start_exchanges_and_end_of_every_call_logins_included() {
        service.answer(200, FakeService.token("one"))
                .answer(CompletableFuture.completedFuture(warned("[{\"code\":250,\"desc\":\"d\",\"data\":\"x\"},{}]")))
                .answer(500, FakeService.error(131));
        BlockingCustomers customers = withLogin();

        customers.update(HANDLE, CHANGES);
        failure(CustomersFailure.Rejected.class, () -> customers.update(HANDLE, CHANGES));

        assertThat(observed.lines)
                .containsExactly(
                        "UPDATE starts",
                        "LOGIN starts",
                        "LOGIN /auth/login attempt 1: SUCCESS, HTTP 200, code 0",
                        "LOGIN /auth/login: SUCCESS, HTTP 200, code 0, 1 attempt",
                        "UPDATE /customers/{handle} attempt 1: SUCCESS, HTTP 200, code 0,"
                                + " [VendorWarning[code 250]], maintenance",
                        "UPDATE /customers/{handle}: SUCCESS, HTTP 200, code 0, 1 attempt",
                        "UPDATE starts",
                        "UPDATE /customers/{handle} attempt 1: REJECTED, HTTP 500, code 131",
                        "UPDATE /customers/{handle}: REJECTED, HTTP 500, code 131, 1 attempt");
        assertThat(observed.exchanges.get(1).warnings()).containsExactly(new VendorWarning(250, "d", "x"));
        assertThat(observed.exchanges.get(1).maintenance()).isTrue();
    }

    @Test
    void a_call_starts_on_the_thread_of_its_caller_even_if_it_waits_for_a_login() throws Exception {
        HttpCustomers customers = customers(Credentials.login("reseller", "pa55word"));
        CompletableFuture<?> first = customers.delete(HANDLE).toCompletableFuture();
        Thread caller = new Thread(() -> customers.delete(HANDLE));
        caller.start();
        caller.join();

        service.pending().get(0).complete(FakeService.reply(200, FakeService.token("one")));
        service.pending().stream().skip(1).forEach(call -> call.complete(FakeService.reply(200, DONE)));

        assertThat(first).isCompleted();
        assertThat(observed.starters).containsExactly(Thread.currentThread(), Thread.currentThread(), caller);
    }

    @Test
    void each_observation_receives_the_end_of_its_own_call() {
        List<String> ends = new ArrayList<>();
        AtomicInteger spans = new AtomicInteger();
        HttpCustomers customers = builder(HERE)
                .observer(operation -> {
                    int span = spans.incrementAndGet();
                    return call -> ends.add(span + " " + call.operation());
                })
                .build();
        customers.delete(HANDLE);
        customers.get(HANDLE);

        service.pending().get(1).complete(FakeService.reply(200, CUSTOMER));
        service.pending().get(0).complete(FakeService.reply(200, DONE));

        assertThat(ends).containsExactly("2 GET", "1 DELETE");
    }

    @Test
    void the_end_of_a_call_counts_the_attempts_and_has_the_last_reply() {
        service.answer(CompletableFuture.failedFuture(new TransportFailure(TransportFailure.Kind.EXCHANGE, null)))
                .answer(200, CUSTOMER);

        new BlockingCustomers(builder(HERE).build()).get(HANDLE);

        assertThat(observed.lines)
                .containsExactly(
                        "GET starts",
                        "GET /customers/{handle} attempt 1: UNAVAILABLE",
                        "GET /customers/{handle} attempt 2: SUCCESS, HTTP 200, code 0",
                        "GET /customers/{handle}: SUCCESS, HTTP 200, code 0, 2 attempts");
    }

    @Test
    void a_call_that_is_not_sent_has_a_start_and_an_end() {
        failure(
                CustomersFailure.Invalid.class,
                () -> withToken().create(NewCustomer.builder().build()));
        HttpCustomers customers = builder(HERE).build();
        customers.close();
        failure(Unavailable.class, () -> new BlockingCustomers(customers).delete(HANDLE));

        assertThat(observed.lines)
                .containsExactly(
                        "CREATE starts",
                        "CREATE /customers: INVALID, 0 attempts",
                        "DELETE starts",
                        "DELETE /customers/{handle}: UNAVAILABLE, 0 attempts");
    }

    @Test
    void a_late_call_and_a_cancelled_one_end_once_and_say_whether_they_may_have_taken_effect() {
        ManualTimer timer = new ManualTimer();
        HttpCustomers customers =
                builder(HERE).timer(timer).executor(Runnable::run).build();
        customers.delete(HANDLE);
        timer.forward(HttpCustomers.DEFAULT_DEADLINE);
        CompletableFuture<?> cancelled = customers.delete(HANDLE).toCompletableFuture();
        cancelled.cancel(false);

        assertThat(service.pending()).hasSize(2).allMatch(CompletableFuture::isCancelled);
        assertThat(observed.lines)
                .containsExactly(
                        "DELETE starts",
                        "DELETE /customers/{handle} attempt 1: CANCELLED",
                        "DELETE /customers/{handle}: UNAVAILABLE, may have taken effect, 1 attempt",
                        "DELETE starts",
                        "DELETE /customers/{handle} attempt 1: CANCELLED",
                        "DELETE /customers/{handle}: CANCELLED, may have taken effect, 1 attempt");
    }

    @Test
    void the_observer_knows_the_end_before_the_caller_does() {
        List<Integer> endsAtCompletion = new ArrayList<>();
        HttpCustomers customers = builder(HERE).build();

        customers.delete(HANDLE).thenRun(() -> endsAtCompletion.add(observed.calls.size()));
        service.pending().get(0).complete(FakeService.reply(200, DONE));

        assertThat(endsAtCompletion).containsExactly(1);
    }

    static Stream<CallObserver> broken_observers() {
        CallObservation broken = new CallObservation() {
            @Override
            public void exchanged(ExchangeEvent exchange) {
                throw new NoClassDefFoundError("metrics are down");
            }

            @Override
            public void ended(CallEvent call) {
                throw new IllegalStateException("metrics are down");
            }
        };
        return Stream.of(
                operation -> {
                    throw new NoClassDefFoundError("metrics are down");
                },
                operation -> null,
                operation -> broken);
    }

    @ParameterizedTest
    @MethodSource("broken_observers")
    void exceptions_from_the_observer_are_ignored(CallObserver observer) {
        service.answer(200, DONE);

        new BlockingCustomers(builder(HERE).observer(observer).build()).update(HANDLE, CHANGES);
    }

    @Test
    void no_event_shows_personal_data_the_handle_or_the_token() {
        service.answer(CompletableFuture.completedFuture(
                        warned("[{\"code\":250,\"desc\":\"ada@example.org\",\"data\":\"ada@example.org\"}]")))
                .answer(500, "{\"code\":399,\"desc\":\"ada@example.org\",\"data\":\"XX123456-XX\"}");

        withToken().update(HANDLE, CHANGES);
        failure(CustomersFailure.class, () -> withToken().update(HANDLE, CHANGES));

        assertThat(observed.lines).hasSize(6).noneMatch(line -> line.matches(".*(ada|XX123456|given|changed).*"));
        assertThat(observed.calls.toString()).doesNotContain("ada", "XX123456", "given", "changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "request-id", "X-CORRELATION-ID"})
    void a_refusal_carries_the_warnings_and_the_request_id(String header) {
        String body = "{\"code\":131,\"desc\":\"d\",\"warnings\":[{\"code\":7}]}";
        service.answer(reply(500, header, body)).answer(reply(502, header, "<html>"));

        assertThatThrownBy(() -> withToken().update(HANDLE, CHANGES))
                .isInstanceOfSatisfying(CustomersFailure.class, failure -> {
                    assertThat(failure.answer().orElseThrow().requestId()).isEqualTo("r-77");
                    assertThat(failure.answer().orElseThrow().warnings()).containsExactly(new VendorWarning(7, "", ""));
                });
        assertThatThrownBy(() -> withToken().update(HANDLE, CHANGES))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        failure -> assertThat(failure.reply().orElseThrow().requestId())
                                .isEqualTo("r-77"));
    }

    private static CompletionStage<HttpReply> reply(int status, String header, String body) {
        return CompletableFuture.completedFuture(new HttpReply(status, Map.of(header, "r-77"), body.getBytes(UTF_8)));
    }

    @Test
    void the_user_agent_is_name_and_version_unless_it_is_set() {
        for (int i = 0; i < 4; i++) {
            service.answer(200, DONE);
        }
        new BlockingCustomers(builder(BaseUrl.LIVE).build()).delete(HANDLE);
        new BlockingCustomers(builder(BaseUrl.LIVE).product("billing/2.1").build()).delete(HANDLE);
        new BlockingCustomers(builder(BaseUrl.LIVE).userAgent("mine").build()).delete(HANDLE);
        new BlockingCustomers(builder(BaseUrl.LIVE).userAgent("").build()).delete(HANDLE);

        assertThat(service.calls().get(0).headers().get("User-Agent")).matches("handlekit/[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(service.calls().get(1).headers().get("User-Agent")).matches("handlekit/[^ ]+ billing/2\\.1");
        assertThat(service.calls().get(2).headers()).containsEntry("User-Agent", "mine");
        assertThat(service.calls().get(3).headers()).doesNotContainKey("User-Agent");
        assertThatThrownBy(() -> builder(BaseUrl.LIVE).product("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
