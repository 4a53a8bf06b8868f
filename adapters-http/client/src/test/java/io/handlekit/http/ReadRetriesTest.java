package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.observer.ExchangeEvent;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.TransportFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The calls that the client repeats, and those that it does not. */
class ReadRetriesTest extends ClientTest {
    private BlockingCustomers customers() {
        return new BlockingCustomers(builder(HERE).build());
    }

    private static CompletableFuture<HttpReply> lost(TransportFailure.Kind kind) {
        return CompletableFuture.failedFuture(new TransportFailure(kind, null));
    }

    @Test
    void a_read_is_retried_twice_when_the_transport_fails() {
        service.answer(lost(TransportFailure.Kind.CONNECT))
                .answer(lost(TransportFailure.Kind.EXCHANGE))
                .answer(200, CUSTOMER);

        assertThat(customers().get(HANDLE).handle()).isEqualTo(HANDLE);

        assertThat(observed.exchanges).extracting(ExchangeEvent::attempt).containsExactly(1, 2, 3);
        assertThat(observed.exchanges)
                .extracting(exchange -> exchange.httpStatus().isPresent())
                .containsExactly(false, false, true);
    }

    @Test
    void a_read_fails_after_the_third_exchange() {
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
    void a_reply_of_the_service_and_a_reply_that_is_too_large_are_not_retried() {
        service.answer(500, FakeService.error(999))
                .answer(502, "<html>")
                .answer(200, "")
                .answer(lost(TransportFailure.Kind.TOO_LARGE))
                .answer(lost(TransportFailure.Kind.EXPIRED));

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> customers().get(HANDLE)).isInstanceOf(CustomersFailure.class);
        }
        assertThat(service.calls()).hasSize(5);
    }

    @Test
    void a_write_is_never_retried_after_a_failure_of_the_transport() {
        for (TransportFailure.Kind kind : TransportFailure.Kind.values()) {
            service.answer(lost(kind)).answer(lost(kind));
            assertThatThrownBy(() -> customers().update(HANDLE, CHANGES)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> customers().delete(HANDLE)).isInstanceOf(Unavailable.class);
        }
        assertThat(service.calls()).hasSize(2 * TransportFailure.Kind.values().length);
    }

    @Test
    void a_delay_beyond_the_deadline_is_not_started_and_cancelling_ends_a_delay() {
        service.answer(lost(TransportFailure.Kind.CONNECT)).answer(lost(TransportFailure.Kind.CONNECT));
        HttpCustomers hasty = builder(HERE).deadline(Duration.ofMillis(20)).build();

        assertThatThrownBy(() -> new BlockingCustomers(hasty).get(HANDLE)).hasMessageContaining("could not connect");
        CompletableFuture<?> patient = builder(HERE).build().get(HANDLE).toCompletableFuture();
        patient.cancel(true);

        assertThat(service.calls()).hasSize(2);
    }
}
