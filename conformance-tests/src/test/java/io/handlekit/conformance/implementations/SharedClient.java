package io.handlekit.conformance.implementations;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.transport.Replies;
import io.handlekit.conformance.transport.RudeServer;
import io.handlekit.conformance.transport.TransportCall;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The rule of an HTTP client that is handed in to several transports: none of them closes it. */
final class SharedClient {
    private SharedClient() {}

    /** Closes one transport while a call is in flight, then sends a call through another one. */
    static void verifyStaysOpen(TransportFixture sharing) throws Exception {
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
