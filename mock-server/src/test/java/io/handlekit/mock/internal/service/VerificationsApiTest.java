package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Verifications of e-mail addresses over HTTP. */
class VerificationsApiTest extends ApiTest {
    private static final String EMAILS = "/customers/verifications/emails";
    private static final String ASK = "{\"email\":\"ada@example.com\",\"handle\":\"AL900001-GB\",\"language\":\"en\"}";
    private static final String AGAIN = "{\"email\":\"ada@example.com\",\"tag\":\"x\"}";

    private RawClient.Answer ask() {
        return client.send("POST", EMAILS + "/start", ASK);
    }

    private JsonNode status() {
        return client.get(AL).data().path("email_verification_status");
    }

    @Test
    @Proves({"route.verifications", "verification.start", "get.verification", "verification.deadline"})
    void an_address_is_requested_and_active_after_its_owner_confirms() {
        createAda();
        assertThat(status().isMissingNode()).isTrue();

        assertThat(ask().json()).hasToString("{\"code\":0,\"desc\":\"\",\"data\":{\"id\":1}}");
        assertThat(status()).hasToString("\"REQ\"");
        assertThat(mock.confirmEmail("ada@example.com")).isTrue();
        assertThat(status()).hasToString("\"ACT\"");
        assertThat(mock.confirmEmail("bob@example.com")).isFalse();
    }

    @Test
    @Proves("get.verification-start")
    void an_account_can_verify_addresses_by_itself() {
        start(Switch.VerificationStatus.FROM_START);
        createAda();
        assertThat(status()).hasToString("\"REQ\"");
        assertThat(client.get("/customers").data().path("results").path(0).path("email_verification_status"))
                .hasToString("\"REQ\"");

        client.send("PUT", AL, "{\"email\":\"new@example.com\"}");
        assertThat(status()).as("after another address").hasToString("\"REQ\"");
        client.send("POST", EMAILS + "/start", "{\"email\":\"new@example.com\"}");
        mock.confirmEmail("new@example.com");
        assertThat(status()).hasToString("\"ACT\"");
    }

    @Test
    @Proves({"verification.deadline", "get.verification"})
    void after_14_days_a_verification_has_failed_and_can_be_started_again() {
        createAda();
        ask();

        clock.forward(Duration.ofDays(14));
        assertThat(status()).hasToString("\"FAI\"");
        assertThat(mock.confirmEmail("ada@example.com")).isFalse();

        assertThat(ask().data().path("id").intValue()).isEqualTo(2);
        assertThat(status()).hasToString("\"REQ\"");
    }

    @Test
    @Proves("verification.codes")
    void a_verification_in_progress_or_confirmed_cannot_be_started_again() {
        createAda();
        ask();

        assertThat(ask().json()).hasToString("{\"desc\":\"Verification email in progress\",\"code\":20001}");
        mock.confirmEmail("ada@example.com");
        assertThat(ask().code()).isEqualTo(20000);
        assertThat(client.send("POST", EMAILS + "/restart", AGAIN).code()).isEqualTo(20000);
    }

    @Test
    @Proves("verification.restart")
    void a_restart_gives_another_14_days() {
        createAda();
        assertThat(client.send("POST", EMAILS + "/restart", AGAIN).code()).isEqualTo(1203);
        ask();
        clock.forward(Duration.ofDays(13));

        assertThat(client.send("POST", EMAILS + "/restart", AGAIN).json())
                .hasToString("{\"code\":0,\"desc\":\"\",\"data\":{\"success\":true}}");

        clock.forward(Duration.ofDays(13));
        assertThat(status()).hasToString("\"REQ\"");
    }

    @Test
    @Proves("verification.arguments")
    void a_start_requires_an_address_and_accepts_only_a_known_handle() {
        assertThat(client.send("POST", EMAILS + "/start", "{}").code()).isEqualTo(20002);
        assertThat(client.send("POST", EMAILS + "/restart", "{}").code()).isEqualTo(20002);
        assertThat(ask().code()).isEqualTo(193);
        assertThat(client.send("POST", EMAILS + "/start", "{\"email\":\"ada@example.com\"}")
                        .code())
                .isZero();
    }

    @Test
    @Proves({"verification.list", "verification.no-domains", "verification.time-zone"})
    void verifications_are_listed_without_domains() {
        createAda();
        ask();
        client.send("POST", EMAILS + "/start", "{\"email\":\"bob@example.com\"}");

        assertThat(client.get(EMAILS + "/domains").data())
                .hasToString("{\"results\":[{\"email\":\"ada@example.com\",\"handle\":\"AL900001-GB\","
                        + "\"status\":\"in progress\",\"is_suspended\":false,\"expiration_date\":\"2026-12-05 10:00:00\"},"
                        + "{\"email\":\"bob@example.com\",\"status\":\"in progress\",\"is_suspended\":false,"
                        + "\"expiration_date\":\"2026-12-05 10:00:00\"}],\"total\":2}");
    }

    @Test
    @Proves("verification.list-words")
    void a_list_tells_the_status_of_a_verification_in_words() {
        createAda();
        ask();
        assertThat(listed())
                .startsWith("[{")
                .contains("\"status\":\"in progress\"")
                .doesNotContain("description");
        mock.confirmEmail("ada@example.com");
        assertThat(listed()).contains("\"status\":\"verified\"");
        client.send("POST", EMAILS + "/start", "{\"email\":\"bob@example.com\"}");
        clock.forward(Duration.ofDays(14));

        assertThat(client.get(EMAILS + "/domains?description=expired")
                        .data()
                        .path("results")
                        .toString())
                .contains("\"status\":\"failed\",\"description\":\"expired\"")
                .doesNotContain("ada@");
    }

    private String listed() {
        return client.get(EMAILS + "/domains").data().path("results").toString();
    }

    @ParameterizedTest
    @CsvSource({
        "?email=bob@example.com,1",
        "?handle=AL900001-GB,1",
        "?status=in%20progress&limit=1,2",
        "?status=verified,0",
        "?description=expired,0",
        "?domain=example.com,0",
        "?domain_id=5,0",
        "?is_suspended=true,0",
        "?offset=5,2",
    })
    @Proves("verification.list")
    void filters_select_verifications(String query, int total) {
        createAda();
        ask();
        client.send("POST", EMAILS + "/start", "{\"email\":\"bob@example.com\"}");

        assertThat(client.get(EMAILS + "/domains" + query).data().path("total").intValue())
                .isEqualTo(total);
    }

    @Test
    @Proves("verification.arguments")
    void an_invalid_address_is_refused() {
        assertThat(client.send("POST", EMAILS + "/start", "{\"email\":\"not an address\"}")
                        .code())
                .isEqualTo(146);
    }

    @Test
    @Proves("verification.no-domains")
    void a_verification_outlives_its_customer_and_its_address_is_case_sensitive() {
        createAda();
        client.send("POST", EMAILS + "/start", ASK.replace("ada@", "ADA@"));
        assertThat(status().isMissingNode()).isTrue();

        client.send("DELETE", AL, "");

        assertThat(client.get(EMAILS + "/domains").data().path("total").intValue())
                .isEqualTo(1);
    }
}
