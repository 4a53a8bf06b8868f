package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which callers may control a mock. */
class ControlGateTest extends ApiTest {
    private static final List<String> GUARDED = List.of(
            "POST /reset",
            "POST /customers",
            "DELETE /customers",
            "GET /journal",
            "DELETE /journal",
            "POST /verify",
            "GET /clock",
            "POST /clock",
            "GET /switches",
            "PUT /switches",
            "PATCH /switches",
            "GET /metrics",
            "GET /customers",
            "GET /customers/AL900001-GB",
            "GET /customers/AL900001-GB/readiness",
            "GET /journal.har");

    private void start(MockOptions options) {
        stop();
        mock = MockOpenprovider.start(options);
        client = new RawClient(mock);
    }

    private static byte[] request(String call, String headers) {
        String[] parts = call.split(" ", 2);
        String request = parts[0] + " /_handlekit" + parts[1] + " HTTP/1.1\r\n" + headers + "Content-Length: 0\r\n\r\n";
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the status that a GET below the control API gets with these headers. */
    static int statusOf(URI base, String path, String headers) throws IOException {
        try (RawSocket socket = new RawSocket(base)) {
            return socket.exchange(request("GET " + path, headers)).status();
        }
    }

    private RawSocket.Answer ask(URI base, String call, String headers) throws IOException {
        try (RawSocket socket = new RawSocket(base)) {
            return socket.exchange(request(call, headers));
        }
    }

    /** Calls loopback from another address. */
    private RawSocket.Answer askFrom(InetAddress from, String call, String headers) throws IOException {
        try (RawSocket socket = new RawSocket(mock.baseUri(), from)) {
            return socket.exchange(request(call, headers));
        }
    }

    private int status(String call, String headers) throws IOException {
        return ask(mock.baseUri(), call, headers).status();
    }

    @Test
    void a_control_token_is_required_from_every_caller_except_for_health_and_ledger() throws IOException {
        start(MockOptions.defaults().controlToken("s3cret"));
        for (String call : GUARDED) {
            for (String bad : List.of("", "Authorization: Bearer other\r\n", "Authorization: s3cret\r\n")) {
                RawSocket.Answer answer = ask(mock.baseUri(), call, "Host: localhost\r\n" + bad);
                assertThat(answer.status()).as(call).isEqualTo(401);
                assertThat(answer.head()).containsIgnoringCase("WWW-Authenticate: Bearer");
                assertThat(answer.body()).contains("900410").doesNotContain("s3cret");
            }
            for (String scheme : List.of("Bearer", "bearer")) {
                assertThat(status(call, "Host: localhost\r\nAuthorization: " + scheme + " s3cret\r\n"))
                        .as(call)
                        .isIn(200, 400);
            }
        }
        assertThat(status("GET /health", "Host: localhost\r\n")).isEqualTo(200);
        assertThat(status("GET /ledger", "Host: localhost\r\n")).isEqualTo(200);
        assertThat(createAda().code()).as("the API itself has other tokens").isZero();
    }

    private static InetAddress ownAddress() throws SocketException {
        Optional<InetAddress> address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress())
                .findAny();
        assumeTrue(address.isPresent(), "not run: this machine has no network besides loopback");
        return address.orElseThrow();
    }

    private void startForTheNetwork(MockOptions options) {
        start(options.host("0.0.0.0"));
    }

    private URI at(InetAddress address) {
        return URI.create(
                "http://" + address.getHostAddress() + ":" + mock.baseUri().getPort());
    }

    @Test
    void a_program_of_this_machine_may_control_it_at_any_of_its_addresses() throws Exception {
        InetAddress own = ownAddress();
        startForTheNetwork(MockOptions.defaults());

        for (String call : GUARDED) {
            assertThat(ask(at(own), call, "Host: " + at(own).getAuthority() + "\r\n")
                            .status())
                    .as(call)
                    .isIn(200, 400);
        }
        assertThat(ask(at(own), "POST /reset", "Host: evil.example\r\n").status())
                .as("a rebound host name")
                .isEqualTo(403);
        assertThat(status("GET /journal", "Host: localhost\r\n")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "::1, ::1, true",
        "127.0.0.1, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.7, true",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7, true",
        "192.0.2.8, 192.0.2.7, false",
        "192.0.2.7, 127.0.0.1, false",
        "2001:db8::8, 2001:db8::7, false",
    })
    void a_caller_is_on_this_machine_if_its_address_is_loopback_or_the_called_one(
            String remote, String local, boolean here) {
        assertThat(ControlGate.isThisMachine(remote, local)).isEqualTo(here);
    }

    /** A call from another address than the called one counts as coming from another machine. */
    @Test
    void another_machine_needs_the_token() throws Exception {
        InetAddress own = ownAddress();
        startForTheNetwork(MockOptions.defaults());
        for (String call : GUARDED) {
            RawSocket.Answer answer = askFrom(own, call, "Host: localhost\r\n");
            assertThat(answer.status()).as(call).isEqualTo(403);
            assertThat(answer.body()).contains("900403", "--control-token");
        }
        assertThat(askFrom(own, "GET /health", "Host: x\r\n").status()).isEqualTo(200);

        startForTheNetwork(MockOptions.defaults().controlToken("s3cret"));
        assertThat(askFrom(own, "GET /journal", "Host: x\r\nAuthorization: Bearer s3cret\r\n")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example", "mock"})
    void a_rebound_host_name_is_refused(String host) throws IOException {
        RawSocket.Answer answer = ask(mock.baseUri(), "POST /reset", "Host: " + host + "\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("900403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "mock.localhost:8080", "127.0.0.1", "127.0.0.1:80", "[::1]:80"})
    void a_host_name_of_this_machine_is_accepted(String host) throws IOException {
        assertThat(status("POST /reset", "Host: " + host + "\r\n")).isEqualTo(200);
    }

    @Test
    void a_page_of_another_origin_is_refused_unless_cors_is_on() throws IOException {
        for (String origin : List.of("http://evil.example", "null", "http://localhost:1", "https://localhost")) {
            createAda();
            assertThat(status("POST /reset", "Host: localhost\r\nOrigin: " + origin + "\r\n"))
                    .as(origin)
                    .isEqualTo(403);
            assertThat(mock.size()).isPositive();
        }
        assertThat(status("POST /reset", "Host: localhost\r\nOrigin: http://localhost\r\n"))
                .isEqualTo(200);

        start(MockOptions.defaults().cors(true));
        assertThat(status("POST /reset", "Host: localhost\r\nOrigin: http://a.example\r\n"))
                .isEqualTo(200);
        assertThat(status("POST /reset", "Host: evil.example\r\nOrigin: http://a.example\r\n"))
                .isEqualTo(403);
    }

    @Test
    void preflights_are_answered_when_cors_is_on_and_not_recorded() throws IOException {
        String preflight = """
                OPTIONS /v1/customers HTTP/1.1
                Host: localhost
                Origin: http://a.example
                Access-Control-Request-Method: POST
                Access-Control-Request-Headers: authorization, content-type

                """;
        assertThat(raw(preflight).head()).startsWith("HTTP/1.1 405").doesNotContainIgnoringCase("Access-Control");

        start(MockOptions.defaults().cors(true));
        RawSocket.Answer answer = raw(preflight);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head())
                .containsIgnoringCase("Access-Control-Allow-Origin: *")
                .containsIgnoringCase("Access-Control-Allow-Headers: authorization, content-type")
                .containsIgnoringCase("Access-Control-Allow-Methods: POST");
        assertThat(mock.exchanges()).isEmpty();

        RawSocket.Answer list = raw("""
                GET /v1/customers?filter=1 HTTP/1.1
                Host: localhost
                Origin: http://a.example
                Authorization: Bearer any

                """);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.head())
                .containsIgnoringCase("Access-Control-Allow-Origin: *")
                .containsIgnoringCase("Access-Control-Expose-Headers: Handlekit-Ignored");
        assertThat(mock.exchanges()).hasSize(1);
    }

    private RawSocket.Answer raw(String request) throws IOException {
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            return socket.exchange(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void a_control_token_is_one_word_and_is_not_shown() {
        for (String bad : List.of("", " ", "two words", "schlüssel", "a\n")) {
            assertThatThrownBy(() -> MockOptions.defaults().controlToken(bad))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ControlSettings.DEFAULTS.token("s3cret"))
                .hasToString("ControlSettings[token, cors=false, journal=true, inspector=true]");
    }
}
