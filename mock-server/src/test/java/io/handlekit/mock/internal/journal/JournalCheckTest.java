package io.handlekit.mock.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.journal.ExpectedCalls;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JournalCheckTest extends ApiTest {
    private static final ExpectedCalls CREATE = ExpectedCalls.of("POST", "/customers");

    @Test
    void a_call_can_be_expected_by_its_query() {
        client.get("/customers?email_pattern=ada%40example.com&limit=10&limit=20");
        ExpectedCalls lists = ExpectedCalls.of("GET", "/customers");

        mock.verify(lists.withQuery("email_pattern", "ada@example.com")
                .withQuery("limit", "10")
                .times(1));
        mock.verify(lists.withQuery("limit", "20").never());
        mock.verify(lists.withQuery("offset", "").never());
    }

    @Test
    void a_call_can_be_expected_by_its_headers_and_secrets_are_not_recorded() {
        client.get("/tags");
        ExpectedCalls tags = ExpectedCalls.of("GET", "/tags");

        mock.verify(tags.withHeader("host", mock.baseUri().getAuthority()).times(1));
        mock.verify(tags.withHeader("X-Other", "1").never());
        assertThat(mock.exchanges().get(0).header("Host"))
                .contains(mock.baseUri().getAuthority());
        assertThat(mock.exchanges().get(0).header("Authorization")).contains("Bearer …");
        assertThatIllegalArgumentException().isThrownBy(() -> tags.withHeader("authorization", "Bearer any"));
    }

    @Test
    void the_control_api_expects_query_and_headers_too() {
        client.get("/customers?limit=10");

        JsonNode answer = client.control(
                        "POST",
                        "/verify",
                        "{\"path\":\"/customers\",\"query\":{\"limit\":\"20\",\"offset\":\"1\"},\"headers\":{\"X-A\":\"b\"}}")
                .json();

        assertThat(answer.path("verified").booleanValue()).isFalse();
        assertThat(answer.path("near").path(0).path("differs").path("?limit").stringValue())
                .isEqualTo("10");
        assertThat(answer.path("near").path(0).path("missing").toString()).isEqualTo("[\"?offset\",\"header X-A\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1.0,true",
        "100,1e2,true",
        "1,2,false",
        "[1],[1.00],true",
        "{\"a\":1},{\"a\":1.0},true",
        "1,'\"1\"',false"
    })
    void numbers_are_compared_by_their_value(String sent, String expected, boolean isSame) {
        client.send("POST", "/customers", "{\"x\":" + sent.replace("'", "") + "}");

        mock.verify(CREATE.withJson("$.x", expected).times(isSame ? 1 : 0));
    }

    @Test
    void a_missing_member_is_not_null() {
        client.send("POST", "/customers", "{\"here\":null}");

        mock.verify(CREATE.withJson("$.here", "null").times(1));
        mock.verify(CREATE.withJson("$.gone", "null").never());
    }

    @Test
    void a_login_does_not_make_a_check_of_customers_unknown() {
        client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}");
        createAda();

        mock.verify(ExpectedCalls.any().with("$.email", "ada@example.com").times(1));
        mock.verify(ExpectedCalls.of("POST", "/**")
                .with("$.email", "bob@example.com")
                .never());
        assertThatThrownBy(() ->
                        mock.verify(ExpectedCalls.of("POST", "/auth/login").with("$.username", "a")))
                .hasMessageContaining("unknown");
    }

    @Test
    void verify_shows_the_near_misses_without_what_was_sent() {
        createAda();

        assertThatThrownBy(() -> mock.verify(CREATE.with("$.name.first_name", "Grace")
                        .withJson("$.vat", "1")
                        .with("$.nick", "G")
                        .withQuery("x", "1")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("call 1, POST: $.name.first_name is another string, $.vat is another string,"
                        + " $.nick is missing, ?x is missing")
                .hasMessageNotContaining("Ada");
    }

    @Test
    void the_nearest_call_is_shown_with_all_of_its_differences_whenever_it_came() {
        client.send("POST", "/custmers", ADA);
        createAda();
        client.send("PUT", AL, "{\"comments\":\"new\"}");
        client.get("/tags");
        client.get("/customers?limit=10");
        client.get("/domains/additional-data/customers?domain.extension=us");

        assertThat(nearOf("{\"method\":\"POST\",\"path\":\"/customers\",\"json\":{\"$.vat\":\"NL1\"}}"))
                .containsExactly("2 {\"$.vat\":\"GB1\"}");
        assertThat(
                        nearOf(
                                "{\"method\":\"PUT\",\"path\":\"/customers\",\"query\":{\"limit\":\"10\"},\"json\":{\"$.vat\":\"NL1\"}}"))
                .as("another segment, then another method")
                .containsExactly(
                        "3 {\"path\":\"" + AL + "\",\"$.vat\":null,\"?limit\":null}",
                        "5 {\"method\":\"GET\",\"$.vat\":null}",
                        "2 {\"method\":\"POST\",\"$.vat\":\"GB1\",\"?limit\":null}");
        assertThat(nearOf("{\"method\":\"DELETE\",\"path\":\"/customers/*\"}"))
                .as("one part, then two; the latest of equally near ones")
                .containsExactly(
                        "3 {\"method\":\"PUT\"}",
                        "5 {\"method\":\"GET\",\"path\":\"/customers\"}",
                        "2 {\"method\":\"POST\",\"path\":\"/customers\"}");
    }

    @Test
    void a_misspelt_path_is_nearer_than_another_one() {
        client.send("POST", "/custmers", ADA);
        for (int call = 0; call < 4; call++) {
            client.send("POST", "/tags", "{\"key\":\"customer\",\"value\":\"" + call + "\"}");
        }
        client.at("POST", "/customers");

        assertThat(nearOf("{\"method\":\"POST\",\"path\":\"/customers\"}"))
                .startsWith("6 {\"version\":null}", "1 {\"path\":\"/custmers\"}", "5 {\"path\":\"/tags\"}");
    }

    private List<String> nearOf(String expected) {
        return client.control("POST", "/verify", expected)
                .json()
                .path("near")
                .valueStream()
                .map(call -> call.path("number") + " " + call.path("differs"))
                .toList();
    }

    @Test
    void verify_says_how_a_call_of_another_path_differs_without_what_was_sent() {
        createAda();
        client.send("PUT", AL, "{\"email\":\"ada@engine.example\"}");

        assertThatThrownBy(() -> mock.verify(ExpectedCalls.of("DELETE", "/customers/*")
                        .with("$.email", "x")
                        .withQuery("force", "1")))
                .hasMessageEndingWith(
                        "found 0, and 2 of another method or path"
                                + "\n  call 2, PUT: method is another, $.email is another string, ?force is missing"
                                + "\n  call 1, POST: method is another, path is another, $.email is another string, ?force is missing");
    }

    @Test
    void a_call_without_a_recorded_body_is_another_one_if_its_query_differs() {
        client.send("POST", "/auth/login?trace=1", "{\"username\":\"a\",\"password\":\"b\"}");

        mock.verify(ExpectedCalls.of("POST", "/auth/login")
                .with("$.username", "a")
                .withQuery("trace", "2")
                .never());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customer", "/customers?limit=1", "/customers/"})
    void an_expectation_that_no_route_can_match_is_refused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedCalls.of("DELETE", path).never());
        assertThat(client.control("POST", "/verify", "{\"path\":\"" + path + "\",\"count\":0}")
                        .status())
                .isEqualTo(400);
        assertThat(client.control("POST", "/faults", "[{\"fault\":\"reset\",\"path\":\"" + path + "\"}]")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_handle_with_escapes_is_the_same_handle() {
        createAda();
        client.get("/customers/AL900001%2DGB");

        mock.verify(ExpectedCalls.of("GET", AL).times(1));
        assertThatCode(() -> mock.verify(
                        ExpectedCalls.of("GET", "/customers/AL900001%2dGB").times(1)))
                .doesNotThrowAnyException();
        RawClient.Answer armed =
                client.control("PUT", "/faults", "[{\"fault\":\"vendor-error\",\"code\":131,\"path\":\"" + AL + "\"}]");
        assertThat(armed.status()).isEqualTo(200);
        assertThat(List.of(
                        client.get("/customers/AL900001%2DGB").code(),
                        client.get(AL).code()))
                .containsOnly(131);
    }
}
