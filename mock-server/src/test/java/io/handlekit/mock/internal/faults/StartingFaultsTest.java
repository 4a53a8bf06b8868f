package io.handlekit.mock.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.RawClient;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartingFaultsTest {
    private static final List<Fault> MAINTENANCE = List.of(Fault.maintenance());

    @Test
    void a_reset_arms_the_faults_of_the_start_again() {
        try (MockOpenprovider mock =
                MockOpenprovider.start(MockOptions.defaults().faults(MAINTENANCE))) {
            RawClient client = new RawClient(mock);
            assertThat(client.get("/tags").code()).isEqualTo(4005);
            mock.faults(List.of());
            assertThat(client.get("/tags").code()).isZero();

            mock.reset();

            assertThat(mock.faults()).isEqualTo(MAINTENANCE);
            assertThat(client.get("/tags").code()).isEqualTo(4005);
        }
    }

    @Test
    void deleting_the_faults_ends_the_calls_that_they_hold_up() throws IOException {
        try (MockOpenprovider mock = MockOpenprovider.start();
                RawSocket held = new RawSocket(mock.baseUri())) {
            mock.faults(List.of(Fault.delay(Duration.ofMinutes(9))));
            held.send(RawSocket.request("GET", "/tags", ""));
            assertThat(held.isSilent()).isTrue();

            new RawClient(mock).control("DELETE", "/faults", "");

            assertThat(held.rest()).isEmpty();
            assertThat(new RawClient(mock).get("/tags").code()).isZero();
        }
    }
}
