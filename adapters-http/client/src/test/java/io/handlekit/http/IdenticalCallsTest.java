package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.internal.call.IdenticalCallGuard;
import io.handlekit.http.internal.call.MonotonicClock;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Calls that are not sent, because the service would block the address for too many identical ones. */
class IdenticalCallsTest extends ClientTest {
    @Test
    void identical_calls_beyond_the_limit_are_not_sent() {
        BlockingCustomers customers =
                new BlockingCustomers(builder(BaseUrl.SANDBOX).build());
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
    void every_exchange_counts_except_logins() {
        HttpCustomers customers = builder(BaseUrl.LIVE)
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
    void calls_that_never_left_are_not_counted() {
        HttpCustomers customers = builder(BaseUrl.LIVE)
                .identicalCalls(new CallLimit(3, Duration.ofMinutes(5)))
                .build();
        for (Kind kind :
                List.of(Kind.CONNECT, Kind.EXPIRED, Kind.CONNECT, Kind.CONNECT, Kind.EXCHANGE, Kind.EXCHANGE)) {
            service.answer(CompletableFuture.failedFuture(new TransportFailure(kind, null)));
            assertThatThrownBy(() -> new BlockingCustomers(customers).update(HANDLE, CHANGES))
                    .isInstanceOf(Unavailable.class);
        }

        assertThatThrownBy(() -> new BlockingCustomers(customers).update(HANDLE, CHANGES))
                .isInstanceOf(Throttled.class);
    }

    @Test
    void a_call_that_was_cancelled_while_it_was_held_is_not_counted() {
        HttpCustomers customers = builder(BaseUrl.LIVE)
                .transport(call -> {
                    call.hold();
                    return service.send(call);
                })
                .identicalCalls(new CallLimit(2, Duration.ofMinutes(5)))
                .build();

        for (int i = 0; i < 5; i++) {
            customers.update(HANDLE, CHANGES).toCompletableFuture().cancel(true);
        }

        assertThat(service.calls()).hasSize(5);
    }

    @Test
    void a_retry_beyond_the_limit_keeps_the_first_failure() {
        service.answer(CompletableFuture.failedFuture(new TransportFailure(Kind.EXCHANGE, null)));
        HttpCustomers customers = builder(BaseUrl.LIVE)
                .identicalCalls(new CallLimit(2, Duration.ofMinutes(5)))
                .build();

        assertThatThrownBy(() -> new BlockingCustomers(customers).get(HANDLE))
                .isInstanceOf(Unavailable.class)
                .hasRootCauseInstanceOf(TransportFailure.class);
        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void the_default_clock_follows_the_nano_time_alone() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        MonotonicClock clock = new MonotonicClock(nanos::get);
        Instant before = clock.instant();

        nanos.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThat(Duration.between(before, clock.instant())).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void the_default_limit_depends_on_the_host() {
        assertThat(BaseUrl.LIVE.identicalCalls()).isEqualTo(CallLimit.LIVE);
        assertThat(BaseUrl.SANDBOX.identicalCalls()).isEqualTo(CallLimit.SANDBOX);
        assertThat(BaseUrl.of("https://api.cte.openprovider.eu/v1").identicalCalls())
                .isEqualTo(CallLimit.SANDBOX);
        assertThat(BaseUrl.of("http://API.sandbox.openprovider.NL.:8480/v1").identicalCalls())
                .isEqualTo(CallLimit.SANDBOX);
        assertThatThrownBy(() -> BaseUrl.of("https://me:p ss@host/v1")).hasMessageNotContaining("p ss");
        assertThat(BaseUrl.of("https://proxy.example/v1").identicalCalls()).isEqualTo(CallLimit.LIVE);
        for (String here : List.of("localhost:1", "127.0.0.1:1", "[::1]:1")) {
            assertThat(BaseUrl.of("http://" + here + "/v1").identicalCalls()).isEqualTo(CallLimit.NONE);
        }
    }

    @Test
    void beyond_10_000_different_calls_the_least_recent_are_forgotten() {
        IdenticalCallGuard guard = new IdenticalCallGuard(2, Duration.ofHours(1), Duration.ZERO, clock);
        guard.enter(call(0));
        for (int i = 1; i <= 10_000; i++) {
            guard.enter(call(i));
        }

        guard.enter(call(0));
        assertThatThrownBy(() -> guard.enter(call(0))).isInstanceOf(Throttled.class);
    }

    private static HttpCall call(int number) {
        return new HttpCall("GET", URI.create("http://127.0.0.1/v1/customers/" + number), Map.of(), new byte[0]);
    }
}
