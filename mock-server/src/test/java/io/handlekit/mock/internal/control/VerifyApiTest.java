package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.journal.ExpectedCalls;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tests of expectations about calls, verified over the control API and in Java. */
class VerifyApiTest extends ApiTest {
    private JsonNode journal(String query) {
        return client.control("GET", "/journal" + query, "").json();
    }

    private JsonNode verify(String expected) {
        RawClient.Answer answer = client.control("POST", "/verify", expected);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    /** Makes the journal drop ten of 10,010 exchanges. */
    private void dropTen() throws IOException {
        byte[] call = "GET /v1/tags HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            for (int calls = 0; calls < 10_010; calls++) {
                socket.exchange(call);
            }
        }
    }

    @Test
    void exchanges_keep_their_numbers_when_older_ones_are_dropped_and_the_dropped_ones_are_counted()
            throws IOException {
        dropTen();

        JsonNode journal = journal("?limit=1");
        assertThat(journal.path("dropped").intValue()).isEqualTo(10);
        assertThat(journal.path("total").intValue()).isEqualTo(10_000);
        assertThat(journal.path("exchanges").path(0).path("number").intValue()).isEqualTo(11);

        JsonNode verified = verify("{\"method\":\"POST\",\"path\":\"/customers\",\"count\":0}");
        assertThat(verified.path("verified").booleanValue()).isFalse();
        assertThat(verified.path("outcome").stringValue()).isEqualTo("unknown");
        assertThat(verified.path("dropped").intValue()).isEqualTo(10);
        assertThat(verified.path("desc").stringValue())
                .isEqualTo(
                        "expected exactly 0 of POST /customers, found 0; unknown, because 10 exchanges were dropped");
        assertThatThrownBy(
                        () -> mock.verify(ExpectedCalls.of("POST", "/customers").never()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("10 exchanges were dropped");
        assertThat(verify("{\"path\":\"/tags\",\"at_least\":10000}")
                        .path("outcome")
                        .stringValue())
                .isEqualTo("verified");
        assertThat(verify("{\"path\":\"/tags\",\"at_most\":9999}")
                        .path("outcome")
                        .stringValue())
                .isEqualTo("failed");
        assertThat(verify("{\"path\":\"/customers\",\"at_least\":11}")
                        .path("outcome")
                        .stringValue())
                .isEqualTo("failed");

        client.control("DELETE", "/journal", "");
        assertThat(verify("{\"path\":\"/customers\",\"count\":0}")
                        .path("verified")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void calls_of_unsupported_methods_are_found_too() {
        client.send("PATCH", AL, "{}");
        createAda();

        assertThat(journal("?method=PATCH").path("total").intValue()).isEqualTo(1);
        assertThat(verify("{\"method\":\"PATCH\",\"path\":\"/customers/*\",\"count\":1}")
                        .path("verified")
                        .booleanValue())
                .isTrue();
        mock.verify(ExpectedCalls.of("OPTIONS", "/**").never());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"method":"POST","path":"/customers","count":2}`                            | true  | 2
            `{"method":"POST","path":"/customers"}`                                      | true  | 2
            `{"method":"POST","path":"/customers","count":1}`                            | false | 2
            `{"method":"POST","path":"/customers","at_least":3}`                         | false | 2
            `{"method":"POST","path":"/customers","at_least":1,"at_most":2}`             | true  | 2
            `{"method":"POST","path":"/customers","at_most":1}`                          | false | 2
            `{"method":"DELETE","count":0}`                                              | true  | 0
            `{"path":"/customers/*"}`                                                    | true  | 1
            `{}`                                                                         | true  | 3
            `{"path":"/customers","json":{"$.name.first_name":"Ada"},"count":1}`         | true  | 1
            `{"path":"/customers","json":{"$.name.first_name":"Bob"}}`                   | false | 0
            `{"path":"/customers","json":{"$.tags[0]":{"value":"VIP","key":"customer"}}}`| true  | 2
            `{"path":"/customers","json":{"$['tags'][0].value":"VIP","$.vat":"GB1"}}`    | true  | 2
            `{"path":"/customers","json":{"$.tags[1]":null},"count":0}`                  | true  | 0
            `{"json":{"$.comments":"new"},"method":"PUT"}`                               | true  | 1
            """)
    void calls_are_counted_by_method_path_and_json(String expected, boolean verified, int matched) {
        createAda();
        create("\"first_name\":\"Ada\"", "\"first_name\":\"Grace\"");
        client.send("PUT", AL, "{\"comments\":\"new\"}");

        JsonNode answer = verify(expected);

        assertThat(answer.path("verified").booleanValue()).as(answer.toString()).isEqualTo(verified);
        assertThat(answer.path("outcome").stringValue()).isEqualTo(verified ? "verified" : "failed");
        assertThat(answer.path("matched").intValue()).isEqualTo(matched);
    }

    @Test
    void near_matches_are_shown_with_their_differing_values() {
        for (int call = 0; call < 5; call++) {
            create("\"first_name\":\"Ada\"", "\"first_name\":\"Ada" + call + "\"");
        }

        JsonNode near = verify("{\"path\":\"/customers\",\"json\":{\"$.name.first_name\":\"Ada\",\"$.name.nick\":\"A\","
                        + "\"$.vat\":\"GB1\"}}")
                .path("near");

        assertThat(near.size()).isEqualTo(3);
        assertThat(near.path(0).toString())
                .isEqualTo(
                        "{\"number\":5,\"method\":\"POST\",\"path\":\"/v1/customers\","
                                + "\"differs\":{\"$.name.first_name\":\"Ada4\",\"$.name.nick\":null},\"missing\":[\"$.name.nick\"]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"path":"/customers","count":1}`                             | `found 2`                              | `2 1`
            `{"path":"/customers","at_least":3}`                          | `found 2`                              | `3`
            `{"path":"/customers","json":{"$.vat":"NL1"}}`                | `found 0, and 2 with another body`  | `2 1`
            `{"path":"/customers","json":{"$.vat":"GB1"},"at_most":1}`    | `found 2`                              | `2 1`
            `{"method":"DELETE","path":"/customers/*"}`                   | `found 0, and 3 of another method or path` | `3 2 1`
            """)
    void a_failed_count_says_what_came_and_shows_the_nearest_calls(String expected, String desc, String near) {
        createAda();
        createAda();
        client.send("PUT", AL, "{\"comments\":\"new\"}");

        JsonNode answer = verify(expected);

        assertThat(answer.path("outcome").stringValue()).isEqualTo("failed");
        assertThat(answer.path("desc").stringValue()).endsWith(", " + desc);
        assertThat(answer.path("near")
                        .valueStream()
                        .map(call -> call.path("number").asString()))
                .containsExactly(near.split(" "));
    }

    @Test
    void calls_without_a_recorded_body_are_shown_if_the_outcome_is_unknown() {
        client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}");

        JsonNode answer = verify("{\"path\":\"/auth/login\",\"json\":{\"$.username\":\"a\"}}");

        assertThat(answer.path("near").toString())
                .isEqualTo("[{\"number\":1,\"method\":\"POST\",\"path\":\"/v1/auth/login\",\"differs\":{}}]");
    }

    @Test
    void members_of_a_login_cannot_be_verified() {
        client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}");

        JsonNode answer = verify("{\"path\":\"/auth/login\",\"json\":{\"$.username\":\"a\"}}");

        assertThat(answer.path("outcome").stringValue()).isEqualTo("unknown");
        assertThat(answer.path("desc").stringValue()).endsWith("unknown, because 1 bodies were not recorded");
        assertThat(verify("{\"path\":\"/auth/login\",\"count\":1}")
                        .path("verified")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 413})
    void a_body_is_recorded_whatever_a_fault_answered(int status) {
        mock.failNext(Fault.status(status));
        createAda();

        assertThat(verify("{\"json\":{\"$.name.first_name\":\"Ada\"},\"count\":1}")
                        .path("outcome")
                        .stringValue())
                .isEqualTo("verified");
    }

    @Test
    void members_of_a_body_that_is_too_large_or_not_served_cannot_be_verified() {
        client.send("PUT", "/customers", "{\"a\":1}");
        client.send("POST", "/nothing", "{\"a\":1}");
        client.send("POST", "/customers", "{\"a\":1,\"b\":\"" + "b".repeat(2 << 20) + "\"}");

        JsonNode answer = verify("{\"json\":{\"$.a\":1}}");

        assertThat(answer.path("outcome").stringValue()).isEqualTo("unknown");
        assertThat(answer.path("desc").stringValue()).endsWith("because 3 bodies were not recorded");
    }

    @Test
    void a_body_that_is_no_json_has_no_members() {
        client.send("POST", "/customers", "{");

        assertThat(verify("{\"path\":\"/customers\",\"json\":{\"$.vat\":\"GB1\"},\"count\":0}")
                        .path("verified")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"methd":"POST"}`               | 900402 | `methd: unknown`
            `{"method":"post"}`              | 900402 | `the method must be in capitals, or * for any method`
            `{"path":"customers"}`           | 900402 | `the path must be like /customers, /customers/* or /**, without /v1 or /v1beta`
            `{"json":{"name":"Ada"}}`        | 900402 | `name: a path such as $.name.first_name or $.tags[0].value is expected`
            `{"json":{"$.a..b":"Ada"}}`      | 900402 | `$.a..b: a path such as $.name.first_name or $.tags[0].value is expected`
            `{"json":[]}`                    | 900401 | `json: an object is expected`
            `{"count":-1}`                   | 900401 | `count: a whole number from 0 to 2147483647 is expected`
            `{"count":1.5}`                  | 900401 | `count: a whole number from 0 to 2147483647 is expected`
            `{"count":"1"}`                  | 900401 | `count: a whole number from 0 to 2147483647 is expected`
            `{"count":1,"at_most":2}`        | 900402 | `count: cannot be combined with at_least or at_most`
            `{"at_least":3,"at_most":2}`     | 900402 | `at_least must not be more than at_most`
            `nonsense`                       | 900400 | `the body is not JSON`
            ``                               | 900400 | `the body is empty: expected calls belong there, such as {"method":"POST","path":"/customers","count":1}, or {} for any call`
            """)
    void an_invalid_expectation_is_refused(String body, int code, String desc) {
        RawClient.Answer answer = client.control("POST", "/verify", body);

        assertFault(answer, 400, code);
        assertThat(answer.json().path("desc").stringValue()).isEqualTo(desc);
    }

    @Test
    void a_mock_without_a_journal_counts_dropped_exchanges_and_cannot_verify() {
        stop();
        mock = MockOpenprovider.start(MockOptions.defaults().journal(false));
        client = new RawClient(mock);
        createAda();

        assertThat(journal("").toString()).isEqualTo("{\"exchanges\":[],\"total\":0,\"dropped\":1,\"on\":false}");
        assertThat(mock.exchanges()).isEmpty();
        assertThat(mock.droppedExchanges()).isEqualTo(1);
        assertThat(verify("{\"path\":\"/customers\",\"count\":1}")
                        .path("outcome")
                        .stringValue())
                .isEqualTo("unknown");
    }

    @Test
    void java_expectations_pass_silently_or_fail_with_a_message_without_values() {
        createAda();

        ExpectedCalls ada = ExpectedCalls.of("POST", "/customers").with("$.name.first_name", "Ada");
        assertThatCode(() -> mock.verify(ada.times(1))).doesNotThrowAnyException();
        assertThatCode(() -> mock.verify(ada.withJson("$.tags", "[{\"key\":\"customer\",\"value\":\"VIP\"}]")))
                .doesNotThrowAnyException();
        assertThatCode(() -> mock.verify(ExpectedCalls.any().atMost(1))).doesNotThrowAnyException();
        assertThatCode(() -> mock.verify(ExpectedCalls.of("*", "/customers/*").never()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> mock.verify(ada.atLeast(2)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected at least 2 of POST /customers with $.name.first_name, found 1");
        assertThat(ada.with("$.email", "ada@example.com").toString()).doesNotContain("Ada", "ada@");
    }

    @Test
    void invalid_expectations_are_refused_at_once() {
        ExpectedCalls any = ExpectedCalls.any();
        assertThatThrownBy(() -> any.times(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> any.with("name", "Ada")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> any.withJson("$.name", "{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> any.withJson("$.name", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExpectedCalls.of("POST", "customers")).isInstanceOf(IllegalArgumentException.class);
    }
}
