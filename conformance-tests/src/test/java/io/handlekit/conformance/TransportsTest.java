package io.handlekit.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handlekit.http.HttpCall;
import io.handlekit.http.HttpReply;
import io.handlekit.http.HttpTransport;
import io.handlekit.http.JdkTransport;
import io.handlekit.http.TransportFailure;
import io.handlekit.http.TransportFailure.Kind;
import io.handlekit.http.vertx.VertxTransport;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both transports owe {@code HttpTransport}, against servers with and without manners. */
@Timeout(60)
class TransportsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final Map<String, HttpTransport> TRANSPORTS =
            new HashMap<>(Map.of("jdk", new JdkTransport(), "vertx", new VertxTransport()));

    static List<String> transports() {
        return List.of("jdk", "vertx");
    }

    @AfterAll
    static void close() {
        TRANSPORTS.values().forEach(HttpTransport::close);
    }

    private static CompletableFuture<HttpReply> start(String transport, HttpCall call) {
        return TRANSPORTS.get(transport).send(call).toCompletableFuture();
    }

    private static HttpCall post(URI uri, String body) {
        return new HttpCall("POST", uri, Map.of("Authorization", "Bearer any", "X-More", "1"), body.getBytes(UTF_8));
    }

    private static HttpReply reply(String transport, HttpCall call) throws Exception {
        return start(transport, call).get(30, TimeUnit.SECONDS);
    }

    private static Kind failure(String transport, HttpCall call) throws Exception {
        try {
            HttpReply reply = reply(transport, call);
            throw new AssertionError("there was a reply: " + reply);
        } catch (ExecutionException failed) {
            assertThat(failed.getCause()).isInstanceOf(TransportFailure.class);
            return ((TransportFailure) failed.getCause()).kind();
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_call_goes_out_and_a_reply_comes_in_as_they_are(String transport) throws Exception {
        String body = "{\"é\":\"" + "x".repeat(100_000) + "\"}";
        try (RudeServer server = new RudeServer(RudeServer.say(OK + "Content-Length: 3\r\n\r\nabc"))) {
            HttpReply reply = reply(transport, post(server.uri("/v1beta/a%2Fb?c=%20d"), body));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.contentType()).isEqualTo("application/json");
            assertThat(new String(reply.body(), UTF_8)).isEqualTo("abc");
            String request = server.requests().get(0);
            assertThat(request)
                    .startsWith("POST /v1beta/a%2Fb?c=%20d HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nAuthorization: Bearer any\r\n")
                    .containsIgnoringCase("\r\nX-More: 1\r\n")
                    .doesNotContainIgnoringCase("\r\nUpgrade:");
            assertThat(request.substring(request.indexOf("\r\n\r\n") + 4))
                    .isEqualTo(new String(body.getBytes(UTF_8), ISO_8859_1));
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_call_without_a_body_sends_none(String transport) throws Exception {
        try (RudeServer server = new RudeServer(RudeServer.say(OK + "Content-Length: 0\r\n\r\n"))) {
            HttpReply reply = reply(transport, new HttpCall("GET", server.uri("/v1beta"), Map.of(), new byte[0]));

            assertThat(reply.body()).isEmpty();
            assertThat(server.requests().get(0))
                    .startsWith("GET /v1beta HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void any_status_is_a_reply_and_no_redirect_is_followed(String transport) throws Exception {
        for (int status : new int[] {301, 302, 307, 308, 401, 404, 407, 500, 503}) {
            String head = "HTTP/1.1 " + status + " So\r\nLocation: /elsewhere\r\nContent-Length: 2\r\n\r\n<>";
            try (RudeServer server = new RudeServer(RudeServer.say(head))) {
                assertThat(reply(transport, post(server.uri("/v1beta"), "{}")).status())
                        .isEqualTo(status);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_chunked_body_arrives_whole(String transport) throws Exception {
        String chunks = OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        try (RudeServer server = new RudeServer(RudeServer.say(chunks))) {
            assertThat(new String(reply(transport, post(server.uri("/"), "{}")).body(), UTF_8))
                    .isEqualTo("abcde");
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_refused_connection_was_never_sent_on(String transport) throws Exception {
        // No thread waits on this socket, so that it is gone as soon as it is closed.
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        URI uri = URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/v1beta");
        gone.close();

        assertThat(failure(transport, post(uri, "{}"))).isEqualTo(Kind.CONNECT);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_host_that_does_not_exist_was_never_sent_to(String transport) throws Exception {
        assertThat(failure(transport, post(URI.create("http://no-such-host.invalid/v1beta"), "{}")))
                .isEqualTo(Kind.CONNECT);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_connection_that_breaks_is_an_exchange_that_may_have_been_sent(String transport) throws Exception {
        for (String reply : List.of(
                "",
                "HTTP/1.1 200",
                OK,
                OK + "Content-Length: 10\r\n\r\nabc",
                OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nabc",
                "nonsense\r\n\r\n")) {
            try (RudeServer server = new RudeServer(RudeServer.say(reply))) {
                assertThat(failure(transport, post(server.uri("/v1beta"), "{}")))
                        .as(reply)
                        .isEqualTo(Kind.EXCHANGE);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_reply_over_the_bound_fails_and_is_not_read_to_its_end(String transport) throws Exception {
        String head = OK + "Content-Length: " + Integer.MAX_VALUE + "\r\n\r\n";
        try (RudeServer server = new RudeServer(out -> {
            RudeServer.say(head).serve(out);
            endless(out);
        })) {
            assertThat(failure(transport, post(server.uri("/v1beta"), "{}"))).isEqualTo(Kind.TOO_LARGE);
            assertThat(server.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_reply_of_just_the_bound_is_read(String transport) throws Exception {
        int length = HttpTransport.MAX_REPLY_BYTES;
        try (RudeServer server = new RudeServer(out -> {
            RudeServer.say(OK + "Content-Length: " + length + "\r\n\r\n").serve(out);
            out.write(new byte[length]);
        })) {
            assertThat(reply(transport, post(server.uri("/v1beta"), "{}")).body())
                    .hasSize(length);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void cancelling_reaches_the_socket_before_the_reply_and_within_it(String transport) throws Exception {
        for (String begun : List.of("", OK, OK + "Content-Length: 10\r\n\r\nabc")) {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            try (RudeServer server = new RudeServer(out -> {
                RudeServer.say(begun).serve(out);
                arrived.countDown();
                await(over);
            })) {
                CompletableFuture<HttpReply> exchange = start(transport, post(server.uri("/v1beta"), "{}"));
                assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

                exchange.cancel(true);

                assertThat(server.hungUp().await(10, TimeUnit.SECONDS))
                        .as(begun)
                        .isTrue();
            } finally {
                over.countDown();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void many_calls_at_once_all_get_their_replies(String transport) throws Exception {
        try (RudeServer server =
                new RudeServer(RudeServer.say(OK + "Connection: close\r\nContent-Length: 3\r\n\r\nabc"))) {
            List<CompletableFuture<HttpReply>> exchanges = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                exchanges.add(start(transport, post(server.uri("/v1beta"), "{}")));
            }
            for (CompletableFuture<HttpReply> exchange : exchanges) {
                assertThat(exchange.get(30, TimeUnit.SECONDS).body()).hasSize(3);
            }
        }
    }

    @Test
    void a_closed_transport_sends_nothing_more_and_may_be_closed_again() throws Exception {
        try (RudeServer server = new RudeServer(RudeServer.say(OK + "Content-Length: 0\r\n\r\n"))) {
            for (HttpTransport transport : List.of(new JdkTransport(), new VertxTransport())) {
                transport.close();
                transport.close();
                TRANSPORTS.put("closed", transport);
                assertThat(failure("closed", post(server.uri("/v1beta"), "{}"))).isEqualTo(Kind.CONNECT);
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void a_client_that_follows_redirects_is_refused() {
        HttpClient follower = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();

        assertThatIllegalArgumentException().isThrownBy(() -> new JdkTransport(follower));
    }

    private static void endless(OutputStream out) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        for (int sent = 0; sent < 64 * HttpTransport.MAX_REPLY_BYTES; sent += chunk.length) {
            out.write(chunk);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
