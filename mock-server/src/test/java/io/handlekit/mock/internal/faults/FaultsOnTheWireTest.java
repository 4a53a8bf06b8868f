package io.handlekit.mock.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The bytes that a client gets from a call with a fault. */
class FaultsOnTheWireTest extends ApiTest {
    static final String REPLY = "{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"AL900001-GB\"}}";

    static final byte[] CREATE = RawSocket.request("POST", "/customers", ADA);

    private boolean isStored() {
        return mock.stored(new CustomerHandle("AL900001-GB")).isPresent();
    }

    private Exchange lastExchange() {
        List<Exchange> exchanges = mock.exchanges();
        return exchanges.get(exchanges.size() - 1);
    }

    @Test
    void a_reset_before_the_effect_stores_nothing() throws IOException {
        mock.failNext(Fault.reset());
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(CREATE);
            assertThatThrownBy(socket::rest).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(isStored()).isFalse();
        assertThat(lastExchange().fault()).contains("reset");
        assertThat(lastExchange().status()).isZero();
        assertThat(lastExchange().requestBody()).isEqualTo(ADA);
    }

    @Test
    void a_reset_after_the_effect_stores_the_customer() throws IOException {
        mock.failNext(Fault.reset().afterEffect());
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(CREATE);
            assertThatThrownBy(socket::rest).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(isStored()).isTrue();
        assertThat(lastExchange().fault()).contains("reset after the effect");
        assertThat(lastExchange().status()).isZero();
    }

    @Test
    void a_truncated_reply_announces_the_full_length_and_ends_in_the_middle() throws IOException {
        mock.failNext(Fault.truncated());
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(CREATE);
            String reply = socket.rest();
            assertThat(reply)
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-type: application/json\r\n")
                    .containsIgnoringCase("content-length: " + REPLY.length() + "\r\n")
                    .endsWith("\r\n\r\n" + REPLY.substring(0, REPLY.length() / 2));
        }
        assertThat(isStored()).isTrue();
        assertThat(lastExchange().responseBody()).isEqualTo(REPLY.substring(0, REPLY.length() / 2));
    }

    @Test
    void a_wrong_length_keeps_the_connection_open_until_the_client_sends_more() throws IOException {
        for (int by : new int[] {5, -5}) {
            mock.reset();
            mock.failNext(Fault.wrongLength(by));
            try (RawSocket socket = new RawSocket(mock.baseUri())) {
                socket.send(CREATE);
                assertThat(socket.head()).containsIgnoringCase("content-length: " + (REPLY.length() + by) + "\r\n");
                assertThat(socket.bytes(REPLY.length())).isEqualTo(REPLY);
                assertThat(socket.isSilent()).isTrue();
                socket.send(CREATE);
                assertThat(socket.rest()).isEmpty();
            }
            assertThat(isStored()).isTrue();
        }
    }

    @Test
    void a_duplicate_reply_arrives_before_the_next_request_and_the_connection_is_then_closed() throws IOException {
        mock.failNext(Fault.twice());
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            assertThat(socket.exchange(CREATE).body()).isEqualTo(REPLY);
            assertThat(socket.exchange(RawSocket.request("GET", AL, "")).body()).isEqualTo(REPLY);
            assertThat(socket.rest()).isEmpty();
        }
        assertThat(mock.exchanges()).hasSize(1);
    }

    @Test
    void a_drip_sends_the_reply_byte_by_byte_and_completes_it() throws IOException {
        mock.failNext(Fault.drip(Duration.ofMinutes(5)));
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(CREATE);
            assertThat(socket.head()).containsIgnoringCase("content-length: " + REPLY.length() + "\r\n");
            assertThat(socket.bytes(1)).isEqualTo("{");
            assertThat(socket.isSilent()).isTrue();
        }
        mock.reset();
        mock.failNext(Fault.drip(Duration.ofMillis(1)));
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(CREATE);
            socket.head();
            assertThat(socket.rest()).isEqualTo(REPLY);
        }
    }

    @Test
    void a_broken_answer_has_each_header_once() throws IOException {
        for (Fault fault :
                List.of(Fault.truncated(), Fault.wrongLength(5), Fault.drip(Duration.ofMillis(1)), Fault.twice())) {
            mock.failNext(fault);
            try (RawSocket socket = new RawSocket(mock.baseUri())) {
                socket.send(RawSocket.request("GET", "/customers?filter=1", ""));
                List<String> names = socket.head()
                        .lines()
                        .skip(1)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                        .toList();
                assertThat(names)
                        .as(fault.toString())
                        .doesNotHaveDuplicates()
                        .contains("content-type", "content-length", "handlekit-ignored");
            }
        }
    }

    @Test
    void the_jdk_client_sees_each_fault_as_a_failure_or_as_the_answer() throws Exception {
        List<Fault> broken = List.of(
                Fault.reset(), Fault.reset().afterEffect(), Fault.truncated(), Fault.silence(), Fault.wrongLength(9));
        HttpRequest create = HttpRequest.newBuilder(URI.create(mock.baseUri() + "/customers"))
                .POST(BodyPublishers.ofString(ADA))
                .header("Authorization", "Bearer any")
                .build();
        for (Fault fault : broken) {
            mock.failNext(fault);
            var call = HttpClient.newHttpClient().sendAsync(create, BodyHandlers.ofString());
            if (fault.equals(Fault.silence()) || fault.equals(Fault.wrongLength(9))) {
                call = call.orTimeout(300, TimeUnit.MILLISECONDS);
            }
            assertThat(call).as(fault.toString()).failsWithin(Duration.ofSeconds(20));
        }
        for (Fault fault :
                List.of(Fault.drip(Duration.ofMillis(1)), Fault.twice(), Fault.delay(Duration.ofMillis(1)))) {
            mock.failNext(fault);
            String body = HttpClient.newHttpClient()
                    .send(create, BodyHandlers.ofString())
                    .body();
            assertThat(body).as(fault.toString()).contains("-GB");
        }
    }
}
