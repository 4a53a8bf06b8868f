package io.handlekit.conformance.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.transport.Replies;
import io.handlekit.conformance.transport.RudeServer;
import io.handlekit.conformance.transport.TransportCall;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A client that was handed in to several transports, none of which may close it. */
final class SharedClient {
    private SharedClient() {}

    /** Closes one transport with a call in flight, and sends a call through another one. */
    static void mustOutliveATransport(TransportFixture sharing) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (RudeServer silent = new RudeServer(visit -> {
                    arrived.countDown();
                    visit.await(over);
                });
                RudeServer server = RudeServer.saying(Replies.OK);
                HttpTransport other = sharing.open()) {
            HttpTransport transport = sharing.open();
            TransportCall attempt = TransportCall.post(transport, silent.uri("/v1beta"));
            TransportCall.mustArrive(List.of(attempt), arrived);

            transport.close();

            attempt.mustFailAs(Kind.EXCHANGE, "closed in flight");
            silent.mustBeLeftAfter(1);
            assertThat(TransportCall.post(other, server.uri("/v1beta")).text()).isEqualTo("abc");
        } finally {
            over.countDown();
        }
    }
}
