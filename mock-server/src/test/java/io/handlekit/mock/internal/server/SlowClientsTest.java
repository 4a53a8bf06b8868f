package io.handlekit.mock.internal.server;

import static io.handlekit.mock.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.internal.base.MemoryBudget;
import io.handlekit.mock.internal.control.Health;
import io.handlekit.mock.internal.service.Request;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Envelope;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import io.handlekit.mock.testing.RawSocket;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that send or read too slowly: they hold no thread, little memory, and their connections end. */
class SlowClientsTest {
    /** More than a server has threads. */
    private static final int MANY = 260;

    private static final int BURST = 500;
    private static final Duration SHORT = Duration.ofMillis(400);
    /** More than the buffers of a connection take. */
    private static final byte[] LARGE = new byte[16 << 20];

    private static final String HEAD = "POST /v1/customers HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer any\r\n";

    private final List<RawSocket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RawSocket socket : sockets) {
            socket.close();
        }
    }

    private RawSocket open(URI base) throws IOException {
        RawSocket socket = new RawSocket(base);
        sockets.add(socket);
        return socket;
    }

    private static void send(RawSocket socket, String text) throws IOException {
        socket.send(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void bodies_that_trickle_block_nobody() throws IOException {
        try (MockOpenprovider mock = MockOpenprovider.start()) {
            for (int i = 0; i < MANY; i++) {
                send(open(mock.baseUri()), HEAD + "Content-Length: 100\r\n\r\n{");
            }
            for (RawSocket socket : sockets) {
                send(socket, " ");
            }

            RawClient client = new RawClient(mock.baseUri());

            assertThat(client.at("/_handlekit/health").path("status").stringValue())
                    .isEqualTo("ready");
            assertThat(client.send("POST", "/customers", ApiTest.ADA).code()).isZero();
            assertThat(sockets).as("still waiting for their bodies").allMatch(SlowClientsTest::isUnanswered);
        }
    }

    private static boolean isUnanswered(RawSocket socket) {
        try {
            return socket.isSilentFor(1);
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void a_body_that_trickles_is_served_when_it_is_complete() throws IOException {
        try (MockOpenprovider mock = MockOpenprovider.start()) {
            RawSocket socket = open(mock.baseUri());
            String body = ApiTest.ADA.replace("\n", " ");
            send(socket, HEAD + "Content-Length: " + body.length() + "\r\n\r\n");
            for (int i = 0; i < body.length() - 1; i += 40) {
                send(socket, body.substring(i, Math.min(i + 40, body.length() - 1)));
            }

            RawSocket.Answer answer =
                    socket.exchange(body.substring(body.length() - 1).getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(mock.size()).isEqualTo(1);
        }
    }

    @Test
    void unread_large_answers_block_nobody() throws IOException {
        try (TestServer server = new TestServer(MemoryBudget.ofThisProcess(), Duration.ofSeconds(30))) {
            for (int i = 0; i < MANY; i++) {
                send(open(server.base()), "GET /large HTTP/1.1\r\nHost: mock\r\n\r\n");
            }

            assertThat(server.post(open(server.base()), "x").status()).isEqualTo(200);
            assertThat(server.threads()).isLessThan(MANY / 2);
        }
    }

    @Test
    void a_large_answer_that_is_not_read_ends_and_gives_its_memory_back() throws IOException {
        MemoryBudget budget = MemoryBudget.ofThisProcess();
        try (TestServer server = new TestServer(budget, SHORT)) {
            RawSocket slow = open(server.base());
            send(slow, "GET /pieces HTTP/1.1\r\nHost: mock\r\n\r\n");
            await(() -> budget.inUse() > LARGE.length / 2);

            await(() -> budget.inUse() == 0);
        }
    }

    @Test
    void a_connection_whose_answer_is_not_read_is_closed() throws IOException {
        try (TestServer server = new TestServer(MemoryBudget.ofThisProcess(), SHORT)) {
            RawSocket slow = open(server.base());
            send(slow, "GET /large HTTP/1.1\r\nHost: mock\r\n\r\n");
            await(() -> server.connections() == 1);

            await(() -> server.connections() == 0);
        }
    }

    @Test
    void a_large_list_is_whole() {
        try (MockOpenprovider mock = MockOpenprovider.start()) {
            mock.seed("["
                    + String.join(
                            ",",
                            IntStream.range(0, 300).mapToObj(i -> ApiTest.ADA).toList()) + "]");
            RawClient client = new RawClient(mock.baseUri());

            assertThat(client.get("/customers?limit=1000").data().path("results"))
                    .hasSize(300);
            assertThat(mock.exchanges().get(0).responseBody())
                    .hasSizeGreaterThan(64 * 1024)
                    .endsWith("}");
        }
    }

    @Test
    @Proves("input.busy")
    void answers_in_progress_have_a_bound_and_a_code_at_it() throws IOException {
        MemoryBudget budget = new MemoryBudget(4L << 20);
        try (TestServer server = new TestServer(budget, Duration.ofSeconds(30))) {
            MemoryBudget.Lease others = budget.lease();
            others.grow(1L << 20);
            String body = "x".repeat(100_000);
            RawSocket.Answer refused = server.post(open(server.base()), body);
            others.close();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("900503");
            assertThat(server.post(open(server.base()), body).body()).isEqualTo("100000");
            await(() -> budget.inUse() == 0);
        }
    }

    @Test
    @Proves("input.too-slow")
    void a_body_has_a_deadline_as_a_whole() throws IOException {
        try (TestServer server = new TestServer(MemoryBudget.ofThisProcess(), SHORT)) {
            RawSocket socket = open(server.base());
            send(socket, "POST / HTTP/1.1\r\nHost: mock\r\nContent-Length: 1000000\r\n\r\n");
            RawSocket.Answer answer = trickle(socket);

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("900408");
            assertThat(answer.isLast()).isTrue();
        }
    }

    /** Sends bytes until the answer comes. */
    private static RawSocket.Answer trickle(RawSocket socket) throws IOException {
        await(() -> {
            try {
                send(socket, " ");
                return !socket.isSilentFor(20);
            } catch (IOException closed) {
                return true;
            }
        });
        return socket.exchange(new byte[0]);
    }

    @Test
    void a_connection_whose_request_does_not_come_is_closed() throws IOException {
        try (TestServer server = new TestServer(MemoryBudget.ofThisProcess(), SHORT)) {
            RawSocket nothing = open(server.base());
            RawSocket half = open(server.base());
            RawSocket used = open(server.base());
            RawSocket usedAndHalf = open(server.base());
            server.post(used, "x");
            server.post(usedAndHalf, "x");
            send(half, "POST / HTTP/1.1\r\nHos");
            send(usedAndHalf, "POST / HTTP/1.1\r\nHos");

            assertThat(nothing.rest()).isEmpty();
            assertThat(half.rest()).doesNotContain("200");
            assertThat(usedAndHalf.rest()).doesNotContain("200");
            assertThat(server.post(used, "x").status()).isEqualTo(200);
        }
    }

    @Test
    void a_burst_of_connections_is_served() throws IOException {
        try (MockOpenprovider mock = MockOpenprovider.start()) {
            for (int i = 0; i < BURST; i++) {
                open(mock.baseUri());
            }
            for (RawSocket socket : sockets) {
                socket.send(RawSocket.request("GET", "/tags", ""));
            }
            for (RawSocket socket : sockets) {
                assertThat(socket.exchange(new byte[0]).status()).isEqualTo(200);
            }
        }
    }

    /** A server with an intake of its own, which answers the length of a body. */
    private static final class TestServer implements AutoCloseable {
        private final Javalin javalin;

        TestServer(MemoryBudget budget, Duration patience) {
            javalin = Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        new Intake(budget, new Health(), patience).install(config);
                        config.routes.post("/", TestServer::answer);
                        config.routes.get("/large", ctx -> new Answer(200, LARGE).sendTo(ctx));
                        config.routes.get("/pieces", TestServer::pieces);
                    })
                    .start("127.0.0.1", 0);
        }

        private static void pieces(Context ctx) {
            new Request(ctx, ApiVersion.V1, Behaviour.defaults())
                    .envelope()
                    .data(out -> out.writeBinary(LARGE))
                    .sendTo(ctx);
        }

        private static void answer(Context ctx) {
            Request request = new Request(ctx, ApiVersion.V1, Behaviour.defaults());
            try {
                request.read();
                new Answer(200, String.valueOf(request.bytes().length).getBytes(StandardCharsets.US_ASCII)).sendTo(ctx);
            } catch (BadRequest refused) {
                Envelope.badRequest(refused).sendTo(ctx);
            }
        }

        int threads() {
            return javalin.jettyServer().server().getThreadPool().getThreads();
        }

        int connections() {
            return javalin.jettyServer()
                    .server()
                    .getConnectors()[0]
                    .getConnectedEndPoints()
                    .size();
        }

        URI base() {
            return URI.create("http://127.0.0.1:" + javalin.port());
        }

        RawSocket.Answer post(RawSocket socket, String body) throws IOException {
            return socket.exchange(
                    ("POST / HTTP/1.1\r\nHost: mock\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() {
            javalin.stop();
        }
    }
}
