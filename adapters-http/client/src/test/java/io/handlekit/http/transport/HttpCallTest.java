package io.handlekit.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The moment at which a call departs, and who decides that it does not. */
class HttpCallTest {
    private final AtomicReference<Duration> left = new AtomicReference<>(Duration.ofSeconds(1));
    private final HttpCall call =
            new HttpCall("GET", URI.create("http://127.0.0.1/v1/customers"), Map.of(), new byte[0], left::get);

    @Test
    void a_held_call_that_is_called_off_never_departs() {
        call.hold();

        assertThat(call.callOff()).isTrue();
        assertThat(call.callOff()).isTrue();
        assertThat(call.depart()).isFalse();
    }

    @Test
    void a_call_that_departed_cannot_be_called_off() {
        call.hold();

        assertThat(call.depart()).isTrue();
        assertThat(call.callOff()).isFalse();
        assertThat(call.depart()).isTrue();
    }

    @Test
    void nothing_is_known_of_a_call_that_the_transport_does_not_hold() {
        assertThat(call.callOff()).isFalse();
    }

    @Test
    void a_call_does_not_depart_once_it_is_too_late_even_if_there_is_time_again() {
        call.hold();
        left.set(Duration.ZERO);
        assertThat(call.depart()).isFalse();
        left.set(Duration.ofSeconds(1));

        assertThat(call.depart()).isFalse();
        assertThat(call.callOff()).isTrue();
    }

    @Test
    void a_call_without_a_deadline_may_be_sent_at_any_time() {
        HttpCall patient = new HttpCall("GET", call.uri(), Map.of(), new byte[0]);
        patient.hold();

        assertThat(patient.timeToSend()).isGreaterThan(Duration.ofDays(365));
        assertThat(patient.depart()).isTrue();
    }
}
