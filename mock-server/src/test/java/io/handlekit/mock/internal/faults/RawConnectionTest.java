package io.handlekit.mock.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class RawConnectionTest {
    @Test
    void a_connection_closes_although_the_client_never_stops_sending() {
        ByteArrayEndPoint endless = new ByteArrayEndPoint() {
            private int fills;

            @Override
            public int fill(ByteBuffer buffer) {
                assertThat(++fills).as("number of reads").isLessThan(100_000);
                return buffer.capacity();
            }
        };
        RawConnection connection = new RawConnection(endless, Runnable::run, new Server());

        connection.close();

        assertThat(endless.isOpen()).isFalse();
    }
}
