package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.base.MemoryBudget;
import io.handlekit.mock.internal.control.Health;
import io.handlekit.mock.internal.control.HostNames;
import io.handlekit.mock.internal.control.Metrics;
import io.handlekit.mock.internal.engine.Access;
import io.handlekit.mock.internal.engine.CurrentBehaviour;
import io.handlekit.mock.internal.engine.ResetLock;
import io.handlekit.mock.internal.faults.ActiveFaults;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.store.memory.MemoryTokens;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import io.handlekit.mock.testing.RawSocket;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the mock does not understand, or only in part. */
class InputApiTest extends ApiTest {
    @ParameterizedTest
    @Proves("input.malformed")
    @ValueSource(strings = {"", "{", "nonsense", "{\"a\":1}}", "{\"email\":\"x}", "{'a':1}", "\u0000"})
    void malformed_json_is_400(String body) {
        assertFault(client.send("POST", "/customers", body), 400, 900_400);
        assertFault(client.send("POST", "/auth/login", body), 400, 900_400);
    }

    @Test
    @Proves("input.malformed")
    void json_nested_too_deep_is_malformed() {
        assertFault(client.send("POST", "/customers", "[".repeat(10_000) + "]".repeat(10_000)), 400, 900_400);
    }

    @ParameterizedTest
    @Proves("input.type")
    @ValueSource(
            strings = {
                "[]",
                "null",
                "\"text\"",
                "5",
                "{\"email\":5}",
                "{\"name\":\"Ada\"}",
                "{\"address\":[]}",
                "{\"address\":\"\"}",
                "{\"phone\":{\"country_code\":44}}",
                "{\"tags\":{}}",
                "{\"tags\":[\"VIP\"]}",
                "{\"tags\":[{\"key\":true}]}",
                "{\"additional_data\":{\"birth_date\":19700101}}",
                "{\"additional_data\":{\"attached_files\":{}}}",
                "{\"extension_additional_data\":{}}",
                "{\"extension_additional_data\":[{\"name\":\"ru\",\"data\":[]}]}",
            })
    void a_member_of_a_wrong_type_is_400(String body) {
        assertFault(client.send("POST", "/customers", body), 400, 900_401);
    }

    @Test
    void a_wrong_type_is_reported_with_its_path() {
        assertThat(client.send("POST", "/customers", "{\"tags\":[{},{\"key\":true}]}")
                        .json())
                .hasToString("{\"desc\":\"tags[1].key: a string is expected\",\"code\":900401}");
    }

    @Test
    @Proves("input.too-large")
    void a_body_over_one_mebibyte_is_413_with_and_without_a_length() {
        String padding = "{\"comments\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}";

        assertFault(client.send("POST", "/customers", padding), 413, 900_413);
        assertFault(
                client.send(
                        "POST",
                        "/customers",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(padding.getBytes(StandardCharsets.UTF_8))),
                        "Bearer any"),
                413,
                900_413);
    }

    @Test
    void a_body_of_just_one_mebibyte_is_read() {
        String start = "{\"comments\":\"";
        String body = start + "x".repeat(1024 * 1024 - start.length() - 2) + "\"}";

        assertThat(client.send("POST", "/customers", body).code()).isEqualTo(102);
    }

    @Test
    @Proves({"route.unknown", "route.post-on-customer"})
    void unknown_routes_are_404_and_wrong_methods_405() {
        assertFault(client.get("/nothing"), 404, 900_404);
        assertFault(client.get(""), 404, 900_404);
        assertFault(client.get("/customers/a/b"), 404, 900_404);
        assertFault(client.send("POST", "/customers/XX123456-XX", "{}"), 404, 900_404);
        assertFault(client.send("DELETE", "/customers", ""), 405, 900_405);
        assertFault(client.send("PATCH", "/customers", ""), 405, 900_405);
        assertFault(client.get("/auth/login"), 405, 900_405);
    }

    @Test
    void an_unknown_route_and_a_wrong_method_get_what_would_be_right() {
        assertThat(desc(client.get("/customer"))).contains("/v1 or /v1beta", "/openapi.json");
        assertThat(desc(client.send("PATCH", "/customers", ""))).isEqualTo("this path supports only GET, POST");
        assertThat(desc(client.control("GET", "/reset", ""))).isEqualTo("this path supports only POST");
    }

    private static String desc(RawClient.Answer answer) {
        return answer.json().path("desc").stringValue();
    }

    @Test
    void head_is_a_wrong_method_too() {
        client.send("POST", "/customers", ADA);

        assertThat(client.send("HEAD", AL, "").status()).isEqualTo(405);
        assertThat(mock.exchanges()).extracting(Exchange::method).containsExactly("POST", "HEAD");
    }

    @Test
    @Proves("input.surrogate")
    void half_a_surrogate_pair_becomes_the_replacement_character() {
        client.send("POST", "/customers", ADA.replace("\"Ada\"", "\"A\\ud83d\""));

        assertThat(client.get(AL).data().path("name").path("first_name").stringValue())
                .isEqualTo("A\ufffd");
    }

    @Test
    @Proves("route.method")
    void a_wrong_method_gets_the_allowed_ones() {
        assertThat(client.send("PATCH", "/customers", "").header("Allow")).contains("GET, POST");
        assertThat(client.send("HEAD", AL, "").header("Allow")).contains("DELETE, GET, PUT");
    }

    @Test
    @Proves({"input.unknown", "input.told"})
    void unknown_names_are_ignored_and_reported() {
        RawClient.Answer answer = create("\"vat\":", "\"organization\":{},\"user name\\r\\n\":1,\"vat\":");

        assertThat(answer.code()).isZero();
        assertThat(answer.ignored()).contains("organization, ?");
        assertThat(mock.exchanges().get(0).ignored()).containsExactly("organization", "user?name??");
        assertThat(createAda().ignored()).isEmpty();
        assertThat(client.send("PUT", AL, "{\"address\":{\"zip\":\"1\"},\"handle\":\"AL900001-GB\"}")
                        .code())
                .isEqualTo(110);
        assertThat(client.get("/customers?filter=x&limit=5").ignored()).contains("?filter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/customers|{\"organization\":\"X\"}",
                "POST|/customers|{\"name\":{\"middle_name\":\"X\"}}",
                "POST|/customers|{\"tags\":[{\"name\":\"X\"}]}",
                "POST|/customers|{\"extension_additional_data\":[{\"tld\":\"us\"}]}",
                "PUT|/customers/AL900001-GB|{\"name\":{\"first_name\":\"Ada\"},\"organization\":\"X\"}",
                "PUT|/customers/AL900001-GB|{\"fax\":{\"number\":\"X\"}}",
                "POST|/tags|{\"colour\":\"red\"}",
                "GET|/customers?filter=x|",
            })
    @Proves("input.unknown")
    void unknown_names_can_be_refused(String method, String path, String body) {
        start(Switch.UnknownFields.REFUSE);
        createAda();

        assertFault(client.send(method, path, body == null ? "" : body), 400, 900_402);

        assertThat(mock.size()).isEqualTo(1);
    }

    @Test
    @Proves({"input.repeated", "input.null"})
    void the_last_of_duplicate_members_and_the_first_of_duplicate_parameters_count() {
        create("\"locale\":\"en_GB\"", "\"vat\":\"GB2\",\"fax\":null");

        assertThat(client.get(AL).data().path("vat").stringValue()).isEqualTo("GB2");
        assertThat(client.get(AL).data().has("fax")).isFalse();
        assertThat(client.get("/customers?limit=5&limit=x").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers?limit=x",
                "/customers?limit=-1",
                "/customers?limit=99999999999",
                "/customers?offset=1.5",
                "/customers?order=UP",
                "/customers?order_by=shoe_size",
                "/customers?with_additional_data=maybe",
                "/customers/AL900001-GB?with_additional_data=2",
                "/customers/verifications/emails/domains?is_suspended=2",
            })
    @Proves("input.type")
    void a_parameter_of_a_wrong_type_is_400(String path) {
        assertFault(client.get(path), 400, 900_401);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Proves("input.own-fault")
    void a_defect_of_the_mock_reveals_nothing_of_the_request(boolean isError) {
        Route broken = new Route(HandlerType.GET, "/broken", request -> {
            if (isError) {
                throw new OutOfMemoryError("Ada Lovelace");
            }
            throw new IllegalStateException("Ada Lovelace");
        });
        Health health = new Health();
        MemoryTokens tokens = new MemoryTokens(OptionalLong.empty());
        ActiveFaults faults = new ActiveFaults(tokens, List.of());
        faults.armed().set(List.of(Fault.delay(Duration.ofMillis(1)).nth(2)));
        Journal journal = new Journal(true, 1 << 20);
        ServiceHandler handler = new ServiceHandler(
                List.of(broken),
                new ResetLock(),
                new HostNames("127.0.0.1", List.of()),
                new CurrentBehaviour(Behaviour.defaults()),
                new Access(clock, tokens),
                faults,
                new ExchangeRecorder(journal, new Metrics(), InstantSource.system(), exchange -> {}),
                health);
        Javalin server = Javalin.create(config -> {
                    new Intake(MemoryBudget.ofThisProcess(), health).install(config);
                    handler.open(config);
                })
                .start("127.0.0.1", 0);
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            RawClient own = new RawClient(URI.create("http://127.0.0.1:" + server.port() + "/v1"));
            for (RawClient.Answer answer : List.of(own.get("/broken"), own.get("/broken"))) {
                assertFault(answer, 500, 900_500);
                assertThat(answer.json().toString()).doesNotContain("Ada");
            }
            assertThat(faults.armed().all()).isEmpty();
            assertThat(journal.excerpt().exchanges())
                    .extracting(Exchange::status)
                    .containsExactly(500, 500);
            assertThat(health).hasToString(isError ? "out-of-memory" : "ready");
            assertThat(log.toString(StandardCharsets.UTF_8))
                    .contains("\tat " + ServiceHandler.class.getName(), "\tat " + InputApiTest.class.getName())
                    .doesNotContain("Ada");
        } finally {
            System.setErr(err);
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"email_pattern=a%zz", "limit=%", "%zz=1", "columns=%f"})
    @Proves("input.type")
    void a_query_with_a_broken_escape_does_not_list_everybody(String query) throws IOException {
        createAda();
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            RawSocket.Answer answer = socket.exchange(
                    ("GET /v1/customers?" + query + " HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer any\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("900401");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nZZ\r\nxx\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
                "Content-Length: 50\r\n\r\n{\"email\":"
            })
    @Proves("input.malformed")
    void an_incomplete_body_is_400(String rest) throws IOException {
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(("POST /v1/customers HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer any\r\n" + rest)
                    .getBytes(StandardCharsets.US_ASCII));
            RawSocket.Answer answer = socket.answerAfterTheEnd();

            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    @Proves("input.content-type")
    void a_body_is_json_whatever_its_headers_say() throws IOException {
        for (String header :
                List.of("Content-Type: text/plain", "Content-Type: image/png", "Content-Encoding: identity")) {
            try (RawSocket socket = new RawSocket(mock.baseUri())) {
                byte[] body = ADA.getBytes(StandardCharsets.UTF_8);
                RawSocket.Answer answer = socket.exchange(("POST /v1/customers HTTP/1.1\r\nHost: mock\r\n"
                                + "Authorization: Bearer any\r\n" + header + "\r\nContent-Length: " + body.length
                                + "\r\n\r\n" + ADA)
                        .getBytes(StandardCharsets.UTF_8));

                assertThat(answer.status()).as(header).isEqualTo(200);
            }
        }
        assertThat(client.send(
                                "POST",
                                "/customers",
                                BodyPublishers.ofByteArray(ADA.getBytes(StandardCharsets.UTF_16BE)),
                                "Bearer any")
                        .code())
                .isZero();
    }

    @Test
    @Proves("input.encoding")
    void a_compressed_body_is_refused_and_the_encoding_is_named() throws IOException {
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            RawSocket.Answer answer = socket.exchange(
                    "POST /v1/customers HTTP/1.1\r\nHost: mock\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nxxxx"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.body()).contains("900415", "gzip");
            assertThat(answer.head()).contains("Accept-Encoding: identity");
        }
        assertThat(mock.exchanges()).extracting(Exchange::status).containsExactly(415);
    }

    @Test
    @Proves("input.user-agent")
    void any_user_agent_is_served() throws IOException {
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            RawSocket.Answer answer = socket.exchange("""
                    GET /v1/tags HTTP/1.1\r
                    Host: mock\r
                    Authorization: Bearer any\r
                    User-Agent: openprovider-mcp/0.2.0-phase2\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    @Proves("input.told")
    void a_name_that_is_not_like_a_field_is_not_put_in_a_header() {
        RawClient.Answer answer = client.get("/customers?ada%40example.com=1&filter=x");

        assertThat(answer.ignored()).contains("?, ?filter");
        assertThat(mock.exchanges().get(0).ignored()).containsExactly("?ada@example.com", "?filter");
    }

    @Test
    void a_long_name_is_reported_shortened() {
        String name = "x".repeat(5_000);

        assertThat(client.send("POST", "/customers", "{\"additional_data\":{\"" + name + "\":5}}")
                        .json()
                        .path("desc")
                        .stringValue())
                .hasSizeLessThan(200)
                .startsWith("additional_data.xxx");
    }

    @Test
    @Proves("route.method")
    void head_is_a_wrong_method_for_the_service() {
        for (String path : List.of("/v1/customers", "/v1beta/tags")) {
            assertThat(client.head(path).status()).isEqualTo(405);
        }
    }
}
