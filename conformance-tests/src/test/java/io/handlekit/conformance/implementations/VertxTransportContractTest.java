package io.handlekit.conformance.implementations;

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
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterContainer;

/** The transport contract, run against the Vert.x transport, and tests of a Vert.x that is handed in. */
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

    /** The only event loop delivers the reply too: a transport that blocks it would wait for ever. */
    @Example
    void calls_may_be_made_from_an_event_loop() throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        CompletableFuture<HttpReply> second = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.replying(Replies.OK);
                HttpTransport transport = new VertxTransport(vertx)) {
            HttpCall call = TransportCall.call("POST", server.uri("/v1"), "{}");
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
    void closing_the_transport_leaves_a_vertx_open_that_was_handed_in() throws Exception {
        SharedClient.verifyStaysOpen(() -> new VertxTransport(VERTX));
    }

    @Example
    void a_call_that_waits_until_it_is_too_late_is_not_sent() throws Exception {
        QueuedCalls.verifyNotSentTooLate(oneAtATime());
        QueuedCalls.verifyNoEffect(oneAtATime());
    }

    private static HttpTransport oneAtATime() {
        return new VertxTransport(VERTX, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(1));
    }

    @AfterContainer
    static void close() {
        VERTX.close();
    }
}
