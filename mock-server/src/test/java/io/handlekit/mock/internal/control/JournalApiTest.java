package io.handlekit.mock.internal.control;

import static io.handlekit.mock.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Tests what the journal shows of each exchange, and how pages and filters find it. */
class JournalApiTest extends ApiTest {
    private JsonNode journal(String query) {
        return client.control("GET", "/journal" + query, "").json();
    }

    private JsonNode last() {
        return journal("?order=desc&limit=1").path("exchanges").path(0);
    }

    @Test
    void an_exchange_has_the_headers_of_both_sides_without_the_token() {
        client.send(
                "POST", "/customers", BodyPublishers.ofString(ADA.replaceFirst("\\{", "{\"zip\":1,")), "Bearer s3cret");

        assertThat(last().path("request_headers").toString())
                .contains("{\"name\":\"Authorization\",\"value\":\"Bearer …\"}", "\"Content-Length\"")
                .doesNotContain("s3cret");
        assertThat(last().path("response_headers").toString())
                .startsWith("[{\"name\":\"Content-Type\",\"value\":\"application/json\"},")
                .contains("{\"name\":\"Handlekit-Ignored\",\"value\":\"zip\"}");
    }

    @Test
    void a_refused_exchange_has_everything_that_is_wrong_though_the_answer_names_one_thing() {
        client.send("POST", "/customers", ADA.replace("\"GB\"", "\"XY\"").replace("ada@example.com", "nobody"));

        assertThat(last().path("code").intValue()).isEqualTo(121);
        assertThat(last().path("findings").findValuesAsString("path"))
                .containsExactlyInAnyOrder("address.country", "email");
        assertThat(last().path("findings").path(0).path("desc").stringValue()).isNotEmpty();
        assertThat(last().path("ledger").toString()).isEqualTo("[\"form.country\",\"form.doubtful\"]");
    }

    @Test
    void a_member_of_a_wrong_type_and_a_wrong_parameter_are_findings() {
        client.send("POST", "/customers", "{\"name\":{\"first_name\":7}}");
        assertThat(last().path("findings").toString())
                .isEqualTo("[{\"path\":\"name.first_name\",\"code\":900401,\"desc\":\"a string is expected\"}]");

        client.get("/customers?limit=many");
        assertThat(last().path("findings").path(0).path("path").stringValue()).isEqualTo("?limit");
    }

    @Test
    void an_answer_without_a_whole_envelope_has_no_code() {
        for (Fault fault : List.of(Fault.htmlPage(502), Fault.truncated(), Fault.reset())) {
            mock.failNext(fault);
            try {
                client.send("POST", "/tags", "{\"value\":\"VIP\"}");
            } catch (AssertionError | JacksonException broken) {
                // The client fails as the fault says.
            }
            await(() -> last().path("fault").isString());
            assertThat(last().has("code")).as(fault.toString()).isFalse();
            mock.clearExchanges();
        }
    }

    @Test
    void an_exchange_is_shown_with_its_request_and_answer() {
        createAda();
        client.get("/customers?filter=1");

        JsonNode journal = journal("");
        JsonNode first = journal.path("exchanges").path(0);
        assertThat(first.path("number").intValue()).isEqualTo(1);
        assertThat(first.path("method").stringValue()).isEqualTo("POST");
        assertThat(first.path("version").stringValue()).isEqualTo("v1");
        assertThat(first.path("path").stringValue()).isEqualTo("/v1/customers");
        assertThat(first.path("request_body").stringValue()).isEqualTo(ADA);
        assertThat(first.path("status").intValue()).isEqualTo(200);
        assertThat(first.path("response_body").stringValue()).contains("AL900001-GB");
        assertThat(first.path("duration_ms").doubleValue()).isPositive();
        assertThat(Instant.parse(first.path("start").stringValue())).isBefore(clock.instant());
        JsonNode second = journal.path("exchanges").path(1);
        assertThat(second.path("query").stringValue()).isEqualTo("filter=1");
        assertThat(second.path("ignored").path(0).stringValue()).isEqualTo("?filter");
        assertThat(journal.path("total").intValue()).isEqualTo(2);
        assertThat(journal.path("dropped").intValue()).isZero();
        assertThat(journal.path("on").booleanValue()).isTrue();
    }

    @Test
    void pages_go_on_from_a_number_in_both_orders() {
        for (int call = 1; call <= 5; call++) {
            client.get("/customers/" + call);
        }

        assertThat(numbers("?limit=2")).isEqualTo("1 2 next 2");
        assertThat(numbers("?limit=2&after=2")).isEqualTo("3 4 next 4");
        assertThat(numbers("?limit=2&after=4")).isEqualTo("5");
        assertThat(numbers("?limit=2&order=desc")).isEqualTo("5 4 next 4");
        assertThat(numbers("?limit=2&order=desc&before=4")).isEqualTo("3 2 next 2");
        assertThat(numbers("?limit=2&order=desc&before=2")).isEqualTo("1");
        assertThat(journal("?limit=2&after=4").path("total").intValue()).isEqualTo(5);
        assertFault(client.control("GET", "/journal?order=up", ""), 400, 900_402);
    }

    private String numbers(String query) {
        JsonNode page = journal(query);
        return Stream.concat(
                        page.path("exchanges")
                                .valueStream()
                                .map(one -> one.path("number").asString()),
                        page.path("next").isMissingNode()
                                ? Stream.empty()
                                : Stream.of("next " + page.path("next").intValue()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_page_ends_at_a_mebibyte_and_has_one_exchange_at_least() {
        String large = ADA.replace("\"old\"", "\"" + "x".repeat(700_000) + "\"");
        for (int call = 0; call < 3; call++) {
            client.send("POST", "/customers", large);
        }

        assertThat(numbers("")).isEqualTo("1 2 next 2");
        assertThat(numbers("?after=2")).isEqualTo("3");
    }

    @Test
    void the_body_of_a_login_is_not_shown() {
        client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"s3cret\"}");

        assertThat(journal("?path=/auth/login").path("total").intValue()).isEqualTo(1);
        assertThat(journal("").toString()).doesNotContain("s3cret", "\"token");
    }

    @ParameterizedTest
    @CsvSource({
        "'',5",
        "?method=POST,1",
        "?method=GET,4",
        "?method=*,5",
        "?method=FETCH,0",
        "?path=/customers,3",
        "?method=GET&path=/customers,2",
        "?path=/customers/*,1",
        "?path=/customers/**,4",
        "?path=/**,4",
        "?limit=2,2",
        "?limit=2&offset=4,1",
        "?offset=5,0",
        "?offset=2147483647&limit=1000,0",
    })
    void exchanges_are_filtered_by_method_and_path_and_paged(String query, int found) {
        createAda();
        client.get("/customers");
        client.get("/customers?limit=1");
        client.get(AL);
        client.control("GET", "/clock", "");
        client.at("/elsewhere");

        assertThat(journal(query).path("exchanges").size()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=many,900401",
        "?offset=-1,900401",
        "?method=get,900402",
        "?method=GET%20,900402",
        "?path=customers,900402",
        "?path=/v1/customers,900402",
        "?path=/%zz,900401",
    })
    void an_invalid_filter_is_refused(String query, int code) throws Exception {
        createAda();
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            RawSocket.Answer answer =
                    socket.exchange(("GET /_handlekit/journal" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":" + code).doesNotContain("Ada");
        }
    }
}
