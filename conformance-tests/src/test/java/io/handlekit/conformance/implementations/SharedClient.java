package io.handlekit.conformance.implementations;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.TransportCall;
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
        try (ScriptedServer silent = new ScriptedServer(request -> {
                    arrived.countDown();
                    request.await(over);
                });
                ScriptedServer server = ScriptedServer.replying(Replies.OK);
                HttpTransport other = sharing.open()) {
            HttpTransport transport = sharing.open();
            TransportCall attempt = TransportCall.post(transport, silent.uri("/v1"));
            TransportCall.awaitArrival(List.of(attempt), arrived);

            transport.close();

            attempt.verifyFailure(Kind.EXCHANGE, "closed in flight");
            silent.awaitDisconnect(1);
            assertThat(TransportCall.post(other, server.uri("/v1")).text()).isEqualTo("abc");
        } finally {
            over.countDown();
        }
    }
}
