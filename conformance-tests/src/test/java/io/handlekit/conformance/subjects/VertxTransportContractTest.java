package io.handlekit.conformance.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterContainer;

/** The contract, kept by the transport on the Vert.x Web Client. */
class VertxTransportContractTest implements TransportContract, Http2Rules {
    private static final Vertx VERTX = Vertx.vertx();

    @Override
    public TransportFixture fixture() {
        return new TransportFixture() {
            @Override
            public HttpTransport open() {
                return new VertxTransport();
            }

            @Override
            public Optional<HttpTransport> openTrusting(X509TrustManager trust) {
                return Optional.of(
                        new VertxTransport(VERTX, new WebClientOptions().setTrustOptions(TrustOptions.wrap(trust))));
            }
        };
    }

    /** There is but one event loop, which the reply needs too: whoever blocks it waits for ever. */
    @Example
    void an_event_loop_may_make_calls_itself() throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        CompletableFuture<HttpReply> second = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.replying(Replies.OK);
                HttpTransport transport = new VertxTransport(vertx)) {
            HttpCall call = TransportCall.call("POST", server.uri("/v1beta"), "{}");
            vertx.runOnContext(onEventLoop -> transport
                    .send(call)
                    .thenCompose(reply -> transport.send(call))
                    .whenComplete((reply, failure) -> second.complete(reply)));

            assertThat(second.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        } finally {
            vertx.close();
        }
    }

    @Example
    void a_vertx_that_was_handed_in_stays_open_when_calls_in_flight_are_ended() throws Exception {
        SharedClient.mustOutliveATransport(() -> new VertxTransport(VERTX));
    }

    @AfterContainer
    static void close() {
        VERTX.close();
    }
}
