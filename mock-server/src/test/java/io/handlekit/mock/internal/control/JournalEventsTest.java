package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.testing.ApiTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests of clients that follow the journal. */
class JournalEventsTest extends ApiTest {
    @Test
    void a_follower_gets_the_exchanges_after_its_last_one_then_new_ones_and_word_of_a_clearing() throws Exception {
        createAda();
        createAda();
        HttpRequest follow = HttpRequest.newBuilder(mock.baseUri().resolve("/_handlekit/journal/events"))
                .header("Last-Event-ID", "1")
                .build();
        HttpResponse<InputStream> events =
                HttpClient.newHttpClient().send(follow, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertThat(nextLine(lines)).isEqualTo("id: 2");
            assertThat(nextLine(lines)).startsWith("data: {\"number\":2,\"method\":\"POST\"");

            client.get(AL);
            assertThat(nextLine(lines)).isEqualTo("id: 3");
            assertThat(nextLine(lines)).contains("\"method\":\"GET\"");

            mock.clearExchanges();
            assertThat(nextLine(lines)).isEqualTo("event: cleared");
            assertThat(nextLine(lines)).isEqualTo("data: {}");

            mock.close();
            assertThat(ends(lines)).isTrue();
        }
    }

    /** Returns true if nothing more comes: a server that stops may cut its connections off. */
    private static boolean ends(BufferedReader lines) {
        try {
            return nextLine(lines).equals("end");
        } catch (IOException cutOff) {
            return true;
        }
    }

    /** Returns the next line that is neither empty nor a comment. */
    private static String nextLine(BufferedReader lines) throws IOException {
        String line;
        do {
            line = Objects.requireNonNullElse(lines.readLine(), "end");
        } while (line.isEmpty() || line.startsWith(":"));
        return line;
    }

    @Test
    void at_most_sixteen_clients_follow_at_once() throws Exception {
        byte[] follow = "GET /_handlekit/journal/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        List<Socket> followers = new ArrayList<>();
        try {
            for (int number = 0; number < 16; number++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), mock.port());
                followers.add(socket);
                socket.getOutputStream().write(follow);
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }
            assertFault(client.control("GET", "/journal/events", ""), 507, 900_507);
        } finally {
            for (Socket socket : followers) {
                socket.close();
            }
        }
    }
}
