package io.handlekit.mock.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class RawConnectionTest {
    @Test
    void a_connection_is_closed_under_a_client_that_never_stops_sending() {
        ByteArrayEndPoint endless = new ByteArrayEndPoint() {
            private int fills;

            @Override
            public int fill(ByteBuffer buffer) {
                assertThat(++fills).as("how often it is read").isLessThan(100_000);
                return buffer.capacity();
            }
        };
        RawConnection line = new RawConnection(endless, Runnable::run, new Server());

        line.close();

        assertThat(endless.isOpen()).isFalse();
    }
}
