package io.handlekit.mock.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.fault.FaultProfile;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which calls trigger faults, and what the client gets in place of the service's answer. */
class FaultsTest extends ApiTest {
    private static final String LOGIN = "{\"username\":\"a\",\"password\":\"b\"}";

    private List<Integer> statuses(int calls) {
        return IntStream.range(0, calls).mapToObj(i -> status()).toList();
    }

    /** Returns the status of a call whose answer may not be JSON. */
    private int status() {
        client.get("/tags");
        return mock.exchanges().get(mock.exchanges().size() - 1).status();
    }

    /** Sends a create whose answer may not be JSON. */
    private HttpResponse<String> plainCreate() throws IOException, InterruptedException {
        HttpRequest create = HttpRequest.newBuilder(URI.create(mock.baseUri() + "/customers"))
                .POST(BodyPublishers.ofString(ADA))
                .header("Authorization", "Bearer any")
                .build();
        return HttpClient.newHttpClient().send(create, BodyHandlers.ofString());
    }

    private RawClient.Answer login() {
        return client.send("POST", "/auth/login", BodyPublishers.ofString(LOGIN), "");
    }

    @Test
    void a_vendor_error_has_the_text_of_its_code_the_status_of_the_switch_and_no_effect() {
        mock.failNext(Fault.vendorError(131));
        RawClient.Answer answer = createAda();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(131);
        assertThat(answer.json().path("desc").stringValue()).isEqualTo("Invalid telephone country code!");
        assertThat(mock.size()).isZero();

        start(Switch.ErrorStatus.HTTP_200);
        mock.failNext(Fault.maintenance().afterEffect());
        assertThat(createAda().status()).isEqualTo(200);
        assertThat(mock.exchanges().get(0).fault()).contains("vendor-error(code=4005) after the effect");
        assertThat(mock.size()).isEqualTo(1);
    }

    @Test
    void a_status_fault_with_a_code_has_the_envelope_of_that_code_at_any_version() {
        for (ApiVersion version : ApiVersion.values()) {
            mock.failNext(Fault.status(401).code(196));
            RawClient.Answer answer = new RawClient(mock.baseUri(version)).get("/customers");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).contains("application/json");
            assertThat(answer.json()).hasToString("{\"desc\":\"Authentication/Authorization Failed\",\"code\":196}");
        }
        assertThat(mock.exchanges().get(0).fault()).contains("status(status=401, code=196)");
    }

    @Test
    @Proves("status.gateway")
    void a_gateway_may_give_up_after_the_call_took_effect() {
        mock.failNext(Fault.status(504).afterEffect().on("POST", "/customers"));

        assertThat(createAda().status()).isEqualTo(504);
        assertThat(mock.size()).isEqualTo(1);
    }

    @Test
    void a_gateway_page_is_html_and_a_status_fault_has_no_body() throws Exception {
        mock.failNext(Fault.htmlPage(502).afterEffect().on("POST", "/customers"));
        mock.failNext(Fault.status(429).on("POST", "/customers"));
        List<HttpResponse<String>> replies = List.of(plainCreate(), plainCreate());

        assertThat(replies).extracting(HttpResponse::statusCode).containsExactly(502, 429);
        assertThat(replies.get(0).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(replies.get(0).body()).contains("<h1>502 Bad Gateway</h1>");
        assertThat(replies.get(1).body()).isEmpty();
        assertThat(mock.size()).isEqualTo(1);
        assertThat(mock.exchanges())
                .extracting(Exchange::responseBody)
                .containsExactly(replies.get(0).body(), "");
    }

    @Test
    void an_expired_token_is_refused_and_an_issued_one_stays_invalid() {
        start(Switch.Token.ISSUED);
        String token = "Bearer " + login().data().path("token").stringValue();
        mock.failNext(Fault.expiredToken());

        for (int i = 0; i < 2; i++) {
            RawClient.Answer answer = client.send("GET", "/tags", BodyPublishers.noBody(), token);
            assertThat(answer.code()).isEqualTo(196);
        }
        assertThat(mock.exchanges())
                .filteredOn(exchange -> exchange.fault().isPresent())
                .hasSize(1);
        String fresh = "Bearer " + login().data().path("token").stringValue();
        assertThat(client.send("GET", "/tags", BodyPublishers.noBody(), fresh).code())
                .isZero();
    }

    @Test
    void with_any_token_the_expired_token_fault_refuses_one_call() {
        mock.failNext(Fault.expiredToken());

        assertThat(List.of(client.get("/tags").code(), client.get("/tags").code()))
                .containsExactly(196, 0);
    }

    @Test
    void faults_trigger_at_the_next_call_the_nth_every_nth_and_at_most_n_times() {
        Fault gone = Fault.status(503);
        mock.failNext(gone);
        assertThat(statuses(3)).containsExactly(503, 200, 200);
        mock.faults(List.of(gone.nth(2)));
        assertThat(statuses(4)).containsExactly(200, 503, 200, 200);
        mock.faults(List.of(gone.every(2)));
        assertThat(statuses(4)).containsExactly(200, 503, 200, 503);
        mock.faults(List.of(gone.every(2).atMost(1)));
        assertThat(statuses(4)).containsExactly(200, 503, 200, 200);
        mock.faults(List.of(gone));
        assertThat(statuses(3)).containsExactly(503, 503, 503);
    }

    @Test
    void faults_for_the_next_call_trigger_one_after_the_other() {
        mock.failNext(Fault.status(501));
        mock.failNext(Fault.status(502));

        assertThat(statuses(3)).containsExactly(501, 502, 200);
        assertThat(mock.faults()).isEmpty();
    }

    @Test
    void the_first_of_two_faults_wins_and_delays_add_up() {
        Fault delay = Fault.delay(Duration.ofMillis(2));
        mock.faults(List.of(delay, Fault.status(503), delay.afterEffect(), Fault.status(504)));

        assertThat(statuses(1)).containsExactly(503);
        assertThat(mock.exchanges().get(0).fault())
                .contains("delay(from_ms=2, to_ms=2), status(status=503), delay(from_ms=2, to_ms=2) after the effect");
    }

    @Test
    void logins_trigger_no_fault_unless_the_path_includes_them() {
        mock.faults(List.of(Fault.vendorError(10005)));
        assertThat(login().code()).isZero();
        assertThat(client.get("/tags").code()).isEqualTo(10005);
        for (String path : List.of("/auth/login", "/**", "/auth/*")) {
            mock.faults(List.of(Fault.vendorError(10005).on("POST", path)));
            assertThat(login().code()).as(path).isEqualTo(10005);
        }
    }

    @Test
    void faults_come_before_tokens_and_limits() {
        start(Behaviour.defaults().with(Switch.Token.ISSUED).with(Switch.Limits.LIVE));
        mock.faults(FaultProfile.BLACKLISTED.faults(1));

        for (int i = 0; i < 301; i++) {
            assertThat(client.get("/tags").code()).isEqualTo(10005);
        }
        mock.faults(List.of());
        assertThat(client.get("/tags").code()).isEqualTo(196);
    }

    @Test
    void unknown_routes_and_control_calls_trigger_no_fault() {
        mock.faults(List.of(Fault.status(503).on("*", "/**")));

        assertThat(client.get("/nothing").status()).isEqualTo(404);
        assertThat(client.at("/_handlekit/ledger").path("entries").isArray()).isTrue();
        assertThat(mock.customers()).isNotNull();
    }

    @Test
    void a_login_body_is_not_recorded_when_a_fault_triggers_either() {
        mock.failNext(Fault.delay(Duration.ofMillis(1)).on("*", "/**"));
        login();

        assertThat(mock.exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.requestBody() + exchange.responseBody()).isEmpty();
            assertThat(exchange.fault()).isPresent();
        });
    }

    @Test
    void a_reset_of_the_mock_disarms_all_faults() {
        mock.faults(FaultProfile.MAINTENANCE.faults(1));
        assertThat(login().code()).isEqualTo(4005);
        mock.reset();

        assertThat(mock.faults()).isEmpty();
        assertThat(login().code()).isZero();
    }
}
