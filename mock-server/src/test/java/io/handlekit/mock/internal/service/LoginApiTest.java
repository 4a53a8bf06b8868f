package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Account;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins, tokens and limits over HTTP. */
class LoginApiTest extends ApiTest {
    private static final String GOOD = "{\"username\":\"reseller\",\"password\":\"secret\"}";
    private static final String BAD = "{\"username\":\"reseller\",\"password\":\"guess\"}";

    private RawClient.Answer login(String body) {
        return client.send("POST", "/auth/login", body);
    }

    private RawClient.Answer getWith(String token) {
        return client.send("GET", "/customers", BodyPublishers.noBody(), "Bearer " + token);
    }

    @Test
    @Proves({"token.header", "token.missing", "token.dead"})
    void a_missing_or_empty_token_is_196() {
        for (String authorization : new String[] {"", "Bearer ", "Bearer", "Basic YTpi", "f106428d5016"}) {
            RawClient.Answer answer = client.send("POST", "/customers", BodyPublishers.ofString(ADA), authorization);
            assertThat(answer.status()).isEqualTo(status(196));
            assertThat(answer.json()).hasToString("{\"desc\":\"Authentication/Authorization Failed\",\"code\":196}");
        }
        assertThat(mock.size()).isZero();
    }

    @Test
    @Proves({"route.login", "login.request", "login.reply"})
    void every_login_with_user_and_password_gets_a_token() {
        RawClient.Answer answer =
                client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\",\"ip\":\"0.0.0.0\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().path("token").stringValue()).matches("[0-9a-f]{32}");
        assertThat(answer.data().path("reseller_id").isInt()).isTrue();
        assertThat(client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"\"}")
                        .code())
                .isEqualTo(196);
        assertThat(client.send("POST", "/auth/login", "{}").code()).isEqualTo(196);
    }

    @Test
    @Proves({"login.account", "login.sandbox-account"})
    void with_an_account_only_that_account_may_log_in() {
        start(Behaviour.defaults().account(new Account("reseller", "secret")));

        assertThat(login(GOOD).code()).isZero();
        for (String other : List.of(BAD, "{\"username\":\"x\",\"password\":\"secret\"}", "{}")) {
            assertThat(login(other).status()).isEqualTo(status(196));
            assertThat(login(other).json())
                    .hasToString("{\"desc\":\"Authentication/Authorization Failed\",\"code\":196}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNSIGNED,197,''",
        "NO_AUTHORITY,10005,Access denied.",
        "NO_API_ACCESS,10008,API access is disabled for this contact",
        "TWO_FACTOR,10006,''",
        "NO_SANDBOX,10009,''"
    })
    @Proves({"login.refused", "login.refused-texts", "login.api-off"})
    void a_switch_refuses_correct_logins(Switch.Login value, int code, String desc) {
        start(Behaviour.defaults().with(value).account(new Account("reseller", "secret")));

        assertThat(login(GOOD).code()).isEqualTo(code);
        assertThat(login(GOOD).json().path("desc").stringValue()).isEqualTo(desc);
        assertThat(login(BAD).code()).isEqualTo(196);
    }

    @Test
    @Proves({"token.good", "token.lifetime"})
    void an_issued_token_is_valid_for_48_hours() {
        start(Switch.Token.ISSUED);
        String token = login(GOOD).data().path("token").stringValue();

        assertThat(getWith("any").code()).isEqualTo(196);
        assertThat(getWith(token).code()).isZero();
        clock.forward(Duration.ofDays(2).minusSeconds(1));
        assertThat(getWith(token).code()).isZero();
        clock.forward(Duration.ofSeconds(1));
        assertThat(getWith(token).code()).isEqualTo(196);
    }

    @Test
    @Proves("token.good")
    void with_tokens_off_no_token_is_needed() {
        start(Switch.Token.OFF);

        assertThat(client.send("GET", "/customers", BodyPublishers.noBody(), "").code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"LIVE,300,300", "CTE,50,100"})
    @Proves({"limits.identical", "limits.identical-block", "limits.cte"})
    void beyond_the_limit_of_identical_calls_the_address_stays_blocked(Switch.Limits limits, int calls, int seconds) {
        start(limits);
        for (int call = 0; call < calls; call++) {
            assertThat(client.get(AL).code()).isEqualTo(193);
        }
        clock.forward(Duration.ofSeconds(seconds - 1));

        assertThat(client.get(AL).status()).isEqualTo(status(10005));
        assertThat(client.get(AL).json()).hasToString("{\"desc\":\"Access denied.\",\"code\":10005}");
        assertThat(client.get("/customers").code()).isEqualTo(10005);
        clock.forward(Duration.ofDays(1));
        assertThat(client.get(AL).code()).isEqualTo(10005);
        assertThat(login(GOOD).code()).isZero();
        mock.reset();
        assertThat(client.get(AL).code()).isEqualTo(193);
    }

    @Test
    @Proves("limits.identical")
    void different_or_infrequent_calls_never_reach_the_limit() {
        start(Switch.Limits.CTE);
        for (int call = 0; call < 60; call++) {
            assertThat(client.get("/customers?limit=" + call).code()).isZero();
            assertThat(client.send("POST", "/customers", ADA.replace("\"b\"", "\"" + call + "\""))
                            .code())
                    .isZero();
            assertThat(client.get("/customers").code()).isZero();
            clock.forward(Duration.ofSeconds(3));
        }
    }

    @Test
    @Proves("limits.denied")
    void a_call_can_be_denied_after_a_good_login() {
        mock.failNext(Fault.vendorError(10005));

        assertThat(login(GOOD).code()).isZero();
        assertThat(client.get("/customers").code()).isEqualTo(10005);
        assertThat(client.get("/customers").code()).isZero();
    }

    @Test
    @Proves("limits.rapid")
    void rapid_calls_are_answered_429_only_on_request() {
        for (int call = 0; call < 50; call++) {
            assertThat(client.get("/customers").status()).isEqualTo(200);
        }
        mock.failNext(Fault.status(429));

        assertThat(client.get("/customers").status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"346,Reseller cannot add duplicate domain", "358,Authorization code is invalid", "18002,''"})
    @Proves("envelope.other-codes")
    void a_fault_can_answer_the_codes_of_domain_calls(int code, String desc) {
        mock.failNext(Fault.vendorError(code));

        RawClient.Answer answer = client.get("/customers");

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("desc").stringValue()).isEqualTo(desc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/domains/check", "/domains", "/customers/verifications/phones"})
    @Proves("limits.others")
    void calls_that_have_limits_of_their_own_are_no_calls_of_the_mock(String path) {
        start(Switch.Limits.LIVE);

        assertFault(client.send("POST", path, "{}"), 404, 900_404);
    }

    @Test
    @Proves({"limits.logins", "limits.cte-rest"})
    void a_minute_allows_30_logins() {
        for (Switch.Limits limits : List.of(Switch.Limits.LIVE, Switch.Limits.CTE)) {
            start(limits);
            for (int call = 0; call < 30; call++) {
                assertThat(login(GOOD).code()).isZero();
            }

            assertThat(login(GOOD).json()).hasToString("{\"desc\":\"Calls limit has been reached\",\"code\":50}");
            assertThat(getWith("any").code()).isZero();
            clock.forward(Duration.ofSeconds(59));
            assertThat(login(GOOD).code()).isEqualTo(50);
            clock.forward(Duration.ofSeconds(1));
            assertThat(login(GOOD).code()).isZero();
        }
    }

    @Test
    @Proves("limits.failed-logins")
    void after_100_failed_logins_in_an_hour_all_logins_are_refused_for_20_minutes() {
        start(Behaviour.defaults().with(Switch.Limits.LIVE).account(new Account("reseller", "secret")));
        for (int call = 0; call < 100; call++) {
            clock.forward(Duration.ofSeconds(10));
            assertThat(login(BAD).code()).isEqualTo(196);
        }

        assertThat(login(BAD).code()).isEqualTo(50);
        clock.forward(Duration.ofSeconds(1_199));
        assertThat(login(GOOD).code()).isEqualTo(50);
        clock.forward(Duration.ofSeconds(1));
        assertThat(login(GOOD).code()).isZero();
    }
}
