package io.handlekit.http.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.http.HttpCall;
import io.handlekit.http.TransportFailure;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose Vert.x is closed. What the transport does on the wire is proved in conformance-tests. */
@Timeout(60)
class VertxTransportTest {
    @Test
    void a_vertx_that_was_handed_in_stays_open() throws Exception {
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

    @Test
    void a_vertx_of_its_own_ends_with_it() throws Exception {
        Set<Thread> before = eventLoops();
        VertxTransport transport = new VertxTransport();
        HttpCall refused = new HttpCall("GET", URI.create("http://127.0.0.1:1/v1beta"), Map.of(), new byte[0]);
        assertThat(transport.send(refused).toCompletableFuture())
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(TransportFailure.class);
        Set<Thread> own = eventLoops();
        own.removeAll(before);
        assertThat(own).isNotEmpty();

        transport.close();

        for (Thread thread : own) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static Set<Thread> eventLoops() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("vert.x-eventloop"))
                .collect(Collectors.toSet());
    }
}
