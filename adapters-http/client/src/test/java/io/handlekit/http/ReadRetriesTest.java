package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.TransportFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is sent again by itself, and what is not. */
class ReadRetriesTest extends ClientTest {
    private BlockingCustomers customers() {
        return new BlockingCustomers(form(HERE).build());
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

        assertThat(attempts).extracting(CallEvent::number).containsExactly(1, 2, 3);
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
        HttpCustomers hasty = form(HERE).deadline(Duration.ofMillis(20)).build();

        assertThatThrownBy(() -> new BlockingCustomers(hasty).get(HANDLE)).hasMessageContaining("no connection");
        CompletableFuture<?> patient = form(HERE).build().get(HANDLE).toCompletableFuture();
        patient.cancel(true);

        assertThat(service.calls()).hasSize(2);
    }
}
