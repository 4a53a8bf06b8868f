package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.behaviour.Account;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Control of a running mock: reset, customers, clock and switches. */
class ControlApiTest extends ApiTest {
    private JsonNode control(String method, String path, String body) {
        RawClient.Answer answer = client.control(method, path, body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    private String login() {
        return client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}")
                .data()
                .path("token")
                .stringValue();
    }

    private int codeWith(String token) {
        return client.send("GET", "/customers", java.net.http.HttpRequest.BodyPublishers.noBody(), "Bearer " + token)
                .code();
    }

    @Test
    void health_answers_ready() {
        assertThat(control("GET", "/health", "").toString()).isEqualTo("{\"status\":\"ready\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/_handlekit", "/_handlekit/"})
    void the_root_answers_an_index_whose_links_lead_somewhere(String root) {
        JsonNode index = client.at(root);

        assertThat(index.path("base_paths").toString()).isEqualTo("[\"/v1\",\"/v1beta\"]");
        assertThat(index.path("links").propertyNames())
                .containsExactly(
                        "openapi",
                        "health",
                        "ledger",
                        "metrics",
                        "clock",
                        "switches",
                        "customers",
                        "journal",
                        "snapshot",
                        "instance",
                        "faults",
                        "journal/events",
                        "journal.har");
        index.path("links")
                .forEach(link -> assertThat(client.head(link.stringValue()).status())
                        .as(link.stringValue())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"POST,404", "PUT,405"})
    void the_root_takes_nothing_but_reads(String method, int status) {
        assertThat(client.at(method, "/").status()).isEqualTo(status);
        assertThat(mock.exchanges()).hasSize(1);
    }

    @Test
    void the_instance_tells_where_it_listens_and_what_it_stores_in() {
        JsonNode instance = control("GET", "/instance", "");

        assertThat(instance.path("address").stringValue()).isEqualTo("127.0.0.1:" + mock.port());
        assertThat(instance.path("pid").longValue())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(instance.path("store").toString())
                .isEqualTo("{\"engine\":\"memory\",\"location\":\"memory\",\"shared\":false}");
    }

    @Test
    void a_token_is_issued_without_a_login_and_dies_with_a_reset() {
        start(Switch.Token.ISSUED);
        String token = control("POST", "/tokens", "").path("token").stringValue();

        assertThat(codeWith(token)).isZero();
        assertThat(codeWith("any")).isEqualTo(196);
        assertThat(mock.exchanges()).hasSize(2);
        control("POST", "/reset", "");
        assertThat(codeWith(token)).isEqualTo(196);
    }

    @Test
    void reset_restores_the_start() {
        start(Switch.Token.ISSUED);
        String token = login();
        control("PATCH", "/switches", "{\"error-status\":\"http-200\"}");
        control("POST", "/clock", "{\"forward\":\"PT1H\"}");
        control("POST", "/customers", "[" + ADA + "]");

        assertThat(control("POST", "/reset", "").toString())
                .isEqualTo("{\"customers\":0,\"exchanges\":0,\"dropped\":0}");

        assertThat(codeWith(token)).isEqualTo(196);
        assertThat(mock.behaviour()).isEqualTo(Behaviour.defaults().with(Switch.Token.ISSUED));
        assertThat(control("GET", "/clock", "").path("ahead").stringValue()).isEqualTo("PT0S");
        assertThat(control("POST", "/customers", "[" + ADA + "]").toString())
                .isEqualTo("{\"handles\":[\"AL900001-GB\"]}");
    }

    @Test
    void customers_are_seeded_together_and_not_recorded_as_an_exchange() {
        String named = ADA.replaceFirst("\\{", "{\"handle\":\"AL900001-GB\",");

        assertThat(control("POST", "/customers", "[" + ADA + "," + named + "]").toString())
                .isEqualTo("{\"handles\":[\"AL900002-GB\",\"AL900001-GB\"]}");
        assertThat(mock.size()).isEqualTo(2);
        assertThat(mock.exchanges()).isEmpty();
        assertThat(createAda().data().path("handle").stringValue()).isEqualTo("AL900003-GB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `[`                       | ``           | 900400 | `the body is not JSON`
            `7`                       | `body`       | 900401 | `an array or an object is expected`
            `[ADA,BAD]`               | `[1].email`  | 146    | ``
            `[ADA,{"emial":"x"}]`     | `[1].emial`  | 900402 | `unknown`
            """)
    void an_invalid_seed_is_refused_with_path_code_and_sentence_and_stores_nothing(
            String body, String path, int code, String sentence) {
        String bad = ADA.replace("ada@example.com", "nowhere");
        RawClient.Answer answer =
                client.control("POST", "/customers", body.replace("ADA", ADA).replace("BAD", bad));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("path").stringValue()).isEqualTo(path);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("desc").stringValue())
                .isNotEmpty()
                .contains(sentence)
                .doesNotContain("nowhere");
        assertThat(mock.size()).isZero();
    }

    @Test
    void a_seed_may_be_larger_than_one_mebibyte() {
        String many = "[" + (ADA + ",").repeat(2_000) + ADA + "]";
        assertThat(many.length()).isGreaterThan(1024 * 1024);

        assertThat(control("POST", "/customers", many).path("handles").size()).isEqualTo(2_001);
    }

    @Test
    void customers_and_exchanges_are_cleared_separately() {
        start(Switch.Token.ISSUED);
        String token = login();
        control("POST", "/customers", "[" + ADA + "]");

        assertThat(control("DELETE", "/customers", "").toString())
                .isEqualTo("{\"customers\":0,\"exchanges\":1,\"dropped\":0}");
        assertThat(codeWith(token)).as("tokens stay").isZero();

        control("POST", "/customers", "[" + ADA + "]");
        assertThat(control("DELETE", "/journal", "").toString())
                .isEqualTo("{\"customers\":1,\"exchanges\":0,\"dropped\":0}");
        assertThat(codeWith(token)).as("tokens stay").isZero();
    }

    @Test
    void java_methods_do_the_same() {
        createAda();
        mock.clearCustomers();
        assertThat(mock.size()).isZero();
        assertThat(mock.exchanges()).hasSize(1);

        createAda();
        mock.clearExchanges();
        assertThat(mock.size()).isEqualTo(1);
        assertThat(mock.exchanges()).isEmpty();

        Behaviour strict = Behaviour.defaults().with(Switch.HouseNumber.STRICT);
        mock.behaviour(strict);
        assertThat(mock.behaviour()).isEqualTo(strict);
        assertThat(create("\"number\":\"1\",", "").code()).isEqualTo(112);
    }

    @Test
    void the_clock_moves_forward_and_tokens_expire() {
        start(Switch.Token.ISSUED);
        String token = login();
        assertThat(codeWith(token)).isZero();

        assertThat(control("POST", "/clock", "{\"forward\":\"PT47H\"}").toString())
                .isEqualTo("{\"now\":\"2026-11-23T09:00:00Z\",\"ahead\":\"PT47H\"}");
        assertThat(codeWith(token)).isZero();
        mock.forward(Duration.ofHours(1));
        assertThat(codeWith(token)).isEqualTo(196);
        assertThat(control("GET", "/clock", "").path("ahead").stringValue()).isEqualTo("PT48H");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{}`                         | 900401 | `forward: an ISO 8601 duration, such as PT48H, is expected`
            `{"forward":"2 days"}`       | 900401 | `forward: an ISO 8601 duration, such as PT48H, is expected`
            `{"forward":5}`              | 900401 | `forward: a string is expected`
            `{"forward":"-PT1S"}`        | 900402 | `the clock can only be moved forward`
            `{"forward":"PT876000H1S"}`  | 900402 | `the clock can be moved forward by at most 36500 days in all`
            `{"back":"PT1H"}`            | 900402 | `back: unknown`
            `5`                          | 900401 | `body: an object is expected`
            """)
    void any_other_clock_change_is_refused(String body, int code, String desc) {
        RawClient.Answer answer = client.control("POST", "/clock", body);

        assertFault(answer, 400, code);
        assertThat(answer.json().path("desc").stringValue()).isEqualTo(desc);
        assertThat(control("GET", "/clock", "").path("ahead").stringValue()).isEqualTo("PT0S");
    }

    @Test
    void switches_are_shown_and_changed_one_by_one_or_together() {
        JsonNode before = control("GET", "/switches", "");
        assertThat(before.size()).isEqualTo(Switch.all().size() + 2);
        assertThat(before.path("put-sections").stringValue()).isEqualTo("replace");
        assertThat(before.path("account").stringValue()).isEqualTo("any");
        assertThat(before.path("numbering-start").intValue()).isEqualTo(900_001);

        control("PATCH", "/switches", "{\"zip\":\"strict\"}");
        assertThat(control("PATCH", "/switches", "{\"form\":\"strict\"}")
                        .path("zip")
                        .stringValue())
                .isEqualTo("strict");
        assertThat(control("PUT", "/switches", "{\"form\":\"strict\"}")
                        .path("zip")
                        .stringValue())
                .isEqualTo("lenient");
        assertThat(control("PUT", "/switches", before.toString())).isEqualTo(before);
    }

    @Test
    void an_account_can_be_set_and_is_never_shown() {
        assertThat(control("PATCH", "/switches", "{\"account\":\"reseller:s3cret\"}")
                        .toString())
                .contains("\"account\":\"(set)\"")
                .doesNotContain("s3cret", "reseller");
        assertThat(client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}")
                        .code())
                .isEqualTo(196);
    }

    @Test
    void switches_can_be_set_as_shown_and_keep_the_current_account() {
        mock.behaviour(Behaviour.defaults().account(new Account("reseller", "s3cret")));
        JsonNode shown = control("GET", "/switches", "");

        assertThat(control("PATCH", "/switches", shown.toString())).isEqualTo(shown);
        assertThat(control("PUT", "/switches", shown.toString())).isEqualTo(shown);
        assertThat(mock.behaviour().account()).contains(new Account("reseller", "s3cret"));

        control("PUT", "/switches", "{}");
        assertThat(mock.behaviour().account()).as("reset to the default").isEmpty();
    }

    @Test
    void another_first_number_applies_to_letters_without_a_handle() {
        createAda();
        control("PATCH", "/switches", "{\"numbering-start\":5}");

        assertThat(createAda().data().path("handle").stringValue()).isEqualTo("AL900002-GB");
        assertThat(create("Lovelace", "Byron").data().path("handle").stringValue())
                .isEqualTo("AB000005-GB");
    }

    @Test
    void limits_apply_from_the_moment_they_are_switched_on() {
        for (int call = 0; call < 60; call++) {
            assertThat(client.get("/customers").code()).isZero();
        }
        control("PATCH", "/switches", "{\"limits\":\"cte\"}");
        for (int call = 0; call < 50; call++) {
            assertThat(client.get("/customers").code()).isZero();
        }
        assertThat(client.get("/customers").code()).isEqualTo(10005);
        assertThat(control("GET", "/health", "").size())
                .as("the control API has no limits")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"no-such":"on"}`                 | 900402 | `unknown switch: no-such`
            `{"zip":"strict","form":"maybe"}`  | 900402 | `form must be lenient or strict`
            `{"zip":true}`                     | 900401 | `zip: a string is expected`
            `{"account":"s3cret"}`             | 900402 | `account must be written as user:password`
            `{"account":"(set)"}`              | 900402 | `account must be written as user:password`
            `{"numbering-start":0}`            | 900402 | `numbering-start must be between 1 and 999999`
            `[]`                               | 900401 | `body: an object is expected`
            """)
    void an_invalid_switch_changes_nothing(String body, int code, String desc) {
        for (String method : List.of("PATCH", "PUT")) {
            RawClient.Answer answer = client.control(method, "/switches", body);

            assertFault(answer, 400, code);
            assertThat(answer.json().path("desc").stringValue()).isEqualTo(desc);
            assertThat(mock.behaviour()).isEqualTo(Behaviour.defaults());
        }
    }

    @Test
    void one_request_sees_one_behaviour_while_switches_change() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        CountDownLatch done = new CountDownLatch(1);
        Behaviour one = Behaviour.defaults().with(Switch.Warnings.ONE).with(Switch.Maintenance.ANNOUNCED);
        try {
            Future<?> switching = threads.submit(() -> {
                while (done.getCount() > 0) {
                    mock.behaviour(one);
                    mock.behaviour(Behaviour.defaults());
                }
            });
            List<Integer> members = new ArrayList<>();
            for (int call = 0; call < 500; call++) {
                members.add(client.get("/tags").json().size());
            }
            done.countDown();
            switching.get();
            assertThat(members).as("both switches, or neither").allMatch(size -> size == 3 || size == 5);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_unknown_control_route_is_answered_like_any_other_and_not_recorded() {
        assertFault(client.control("GET", "/nothing", ""), 404, 900_404);
        assertFault(client.control("GET", "/reset", ""), 405, 900_405);
        assertThat(client.control("PUT", "/journal", "").header("Allow")).contains("DELETE, GET");
        RawClient.Answer post = client.control("POST", "/switches", "{}");
        assertFault(post, 405, 900_405);
        assertThat(post.header("Allow")).contains("GET, PATCH, PUT");
        assertThat(client.head("/openapi.json").status()).isEqualTo(200);
        assertFault(client.at("POST", "/openapi.json"), 405, 900_405);
        assertFault(client.control("POST", "/clock", "{\"forward\":\"" + "P".repeat(17 << 20) + "\"}"), 413, 900_413);

        assertThat(mock.exchanges()).isEmpty();
    }

    @Test
    void java_refuses_the_same_clock_changes() {
        assertThatThrownBy(() -> mock.forward(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mock.forward(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        mock.forward(Duration.ofDays(36_500));
        assertThatThrownBy(() -> mock.forward(Duration.ofNanos(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(mock.stored(new CustomerHandle("AL900001-GB"))).isEmpty();
    }
}
