package io.handlekit.http.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The Vert.x instances that the transport closes. Its behaviour on the wire is tested in conformance-tests. */
@Timeout(60)
class VertxTransportTest {
    @Test
    void a_vertx_that_was_passed_in_stays_open() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            new VertxTransport(vertx).close();

            CountDownLatch ran = new CountDownLatch(1);
            vertx.runOnContext(none -> ran.countDown());
            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            vertx.close();
        }
    }
}
