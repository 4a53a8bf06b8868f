package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of requests that are odd: escapes, lengths, upgrades, hosts. */
class OddHeadsTest extends ApiTest {
    private RawSocket.Answer get(String target, String headers) throws IOException {
        return get(mock.baseUri(), target, headers);
    }

    private static RawSocket.Answer get(URI base, String target, String headers) throws IOException {
        return exchange(base, "GET " + target + " HTTP/1.1\r\n" + headers + "Authorization: Bearer any\r\n\r\n");
    }

    private static RawSocket.Answer exchange(URI base, String request) throws IOException {
        try (RawSocket socket = new RawSocket(base)) {
            return socket.exchange(request.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%u0041", "%", "%4", "%zz", "%c3", "%ff"})
    @Proves("input.not-http")
    void a_broken_escape_in_a_path_is_400_with_a_code(String segment) throws IOException {
        RawSocket.Answer answer = get("/v1/customers/" + segment, "Host: mock\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("900406");
        assertThat(answer.isLast()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/customers/XX",
        "DELETE,/customers/XX",
        "POST,/customers",
        "POST,/auth/login",
        "POST,/tags",
        "GET,/tags"
    })
    @Proves("input.type")
    void a_broken_escape_in_a_query_is_400_with_a_code(String method, String path) throws IOException {
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            for (String query : List.of("x=%zz", "%u0041=1", "x=%ff")) {
                RawSocket.Answer raw = socket.exchange(RawSocket.request(method, path + "?" + query, "{}"));
                assertThat(raw.status()).as(query).isEqualTo(400);
                assertThat(raw.body()).contains("900401");
            }
        }
    }

    @Test
    @Proves("input.unknown")
    void a_query_of_a_change_is_looked_at_like_that_of_a_read() {
        createAda();

        assertThat(client.send("PUT", AL + "?dry_run=1", "{\"vat\":\"GB2\",\"vta\":\"x\"}")
                        .ignored())
                .contains("?dry_run, vta");
        assertThat(client.send("POST", "/customers?x=1", ADA).ignored()).contains("?x");
        assertThat(client.send("DELETE", AL + "?force=1", "").ignored()).contains("?force");
    }

    @Test
    void unknown_parameters_of_a_change_are_refused_if_the_switch_says_so() {
        start(Behaviour.defaults().with(Switch.UnknownFields.REFUSE));
        createAda();

        for (String method : List.of("PUT", "DELETE")) {
            assertFault(client.send(method, AL + "?force=1", "{}"), 400, 900_402);
        }
        assertThat(client.get(AL).code()).isZero();
    }

    @Test
    @Proves("route.unknown")
    void a_trailing_slash_is_an_unknown_route() {
        createAda();

        for (String path : List.of("/customers/", AL + "/", "/tags/")) {
            assertFault(client.get(path), 404, 900_404);
        }
        assertThat(client.at("GET", "/_handlekit/health/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 60_000, 400_000})
    @Proves("input.not-http")
    void heads_that_are_too_large_get_a_short_answer_and_the_end(int length) throws IOException {
        String large = "x".repeat(length);

        RawSocket.Answer uri = get("/v1/customers/" + large, "Host: mock\r\n");
        RawSocket.Answer header = get("/v1/customers", "Host: mock\r\nX: " + large + "\r\n");

        assertThat(uri.status()).isEqualTo(414);
        assertThat(header.status()).isEqualTo(431);
        assertThat(List.of(uri, header))
                .allMatch(RawSocket.Answer::isLast)
                .allMatch(answer -> answer.body().contains("900406"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-WebSocket-Version: 13\r\n",
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AA==\r\nSec-WebSocket-Version: 13\r\n",
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
                "Sec-WebSocket-Protocol: x\r\nConnection: Upgrade\r\nUpgrade: foo\r\n"
            })
    void an_upgrade_is_ignored(String headers) throws IOException {
        RawSocket.Answer served = get("/v1/customers", "Host: mock\r\n" + headers);
        RawSocket.Answer unknown = get("/nowhere", "Host: mock\r\n" + headers);

        assertThat(served.status()).isEqualTo(200);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(served.head() + unknown.head()).doesNotContainIgnoringCase("Set-Cookie");
        assertThat(unknown.body()).contains("900404");
        assertThat(mock.exchanges()).extracting(Exchange::path).containsExactly("/v1/customers", "/nowhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:80",
                "mock.localhost",
                "127.0.0.1",
                "[::1]:8080",
                "openprovider_mock:8080",
                "host.docker.internal",
                "localhost."
            })
    @Proves("input.host")
    void names_that_nobody_can_register_are_served(String host) throws IOException {
        assertThat(get("/v1/customers", "Host: " + host + "\r\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "xinternal.com"
            })
    @Proves("input.host")
    void a_foreign_host_is_refused(String host) throws IOException {
        RawSocket.Answer answer = get("/v1/customers", "Host: " + host + "\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("900403", "--allowed-hosts").doesNotContain("evil");
    }

    @Test
    void an_allowed_host_is_served_and_may_control_the_mock() throws IOException {
        MockOptions options = MockOptions.defaults().allowedHosts(List.of("mock.example", "*.test.example"));
        try (MockOpenprovider own = MockOpenprovider.start(options)) {
            for (String path : List.of("/v1/customers", "/_handlekit/journal")) {
                assertThat(get(own.baseUri(), path, "Host: Mock.example:80\r\n").status())
                        .isEqualTo(200);
                assertThat(get(own.baseUri(), path, "Host: a.test.example\r\n").status())
                        .isEqualTo(200);
                assertThat(get(own.baseUri(), path, "Host: test.example\r\n").status())
                        .isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "X-Forwarded-Host: localhost"})
    void a_forwarded_request_does_not_control_the_mock(String header) throws IOException {
        assertThat(get("/_handlekit/journal", "Host: localhost\r\n" + header + "\r\n")
                        .status())
                .isEqualTo(403);
        assertThat(get("/v1/customers", "Host: localhost\r\n" + header + "\r\n").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_handlekit/health", "/_handlekit/ledger", "/openapi.json"})
    void head_of_a_document_is_its_get_without_the_body(String path) throws IOException {
        int length = get(path, "Host: mock\r\n").body().getBytes(StandardCharsets.UTF_8).length;
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(("HEAD " + path + " HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.rest())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("Content-Length: " + length)
                    .endsWith("\r\n\r\n");
        }
    }
}
