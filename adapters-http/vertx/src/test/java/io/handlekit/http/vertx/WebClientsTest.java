package io.handlekit.http.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The Web Clients that exchanges share, one after another. */
@Timeout(60)
class WebClientsTest {
    private final Vertx vertx = Vertx.vertx();
    private final WebClients clients = new WebClients(vertx, new WebClientOptions(), WebClients.defaultPool());
    private final CountDownLatch arrived = new CountDownLatch(2);
    private URI silentServer = URI.create("http://127.0.0.1/");

    @BeforeEach
    void start() throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> arrived.countDown())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        silentServer = URI.create("http://127.0.0.1:" + server.actualPort() + "/");
    }

    @AfterEach
    void stop() {
        clients.close();
        vertx.close();
    }

    private VertxExchange exchange() {
        return new VertxExchange(new HttpCall("GET", silentServer, Map.of(), new byte[0]));
    }

    private void send(WebClient client, VertxExchange exchange) {
        client.getAbs(silentServer.toString())
                .as(exchange)
                .sendBuffer(Buffer.buffer())
                .onComplete(exchange::succeed, exchange::fail);
    }

    private static Kind kind(VertxExchange ended) {
        return ended.outcome()
                .handle((reply, failure) -> ((TransportFailure) failure).kind())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void a_web_client_that_has_made_its_request_is_used_again() {
        VertxExchange first = exchange();
        WebClient client = clients.forExchange(silentServer, first);
        send(client, first);

        assertThat(clients.forExchange(silentServer, exchange())).isSameAs(client);
    }

    @Test
    void exchanges_that_have_made_no_request_yet_have_different_web_clients() {
        WebClient client = clients.forExchange(silentServer, exchange());

        assertThat(clients.forExchange(silentServer, exchange())).isNotSameAs(client);
    }

    /** An exchange without its request would fail as one that never connected. */
    @Test
    void each_request_of_a_shared_web_client_gets_to_its_own_exchange() throws Exception {
        VertxExchange first = exchange();
        VertxExchange second = exchange();
        send(clients.forExchange(silentServer, first), first);
        send(clients.forExchange(silentServer, second), second);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        clients.close();

        assertThat(kind(first)).isEqualTo(Kind.EXCHANGE);
        assertThat(kind(second)).isEqualTo(Kind.EXCHANGE);
    }
}
