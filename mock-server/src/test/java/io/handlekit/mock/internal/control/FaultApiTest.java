package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.fault.FaultProfile;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults armed over the control API. */
class FaultApiTest extends ApiTest {
    private static final String DENIED = "{\"fault\":\"vendor-error\",\"code\":10005}";

    private RawClient.Answer faults(String method, String query, String body) {
        return client.control(method, "/faults" + query, body);
    }

    @Test
    void faults_are_set_shown_added_and_removed() {
        assertThat(faults("PUT", "", "[" + DENIED + "]").status()).isEqualTo(200);
        assertThat(mock.faults()).containsExactly(Fault.vendorError(10005));
        assertThat(client.get("/customers").code()).isEqualTo(10005);

        String more = "[{\"fault\":\"reset\",\"after_effect\":true,\"method\":\"POST\",\"path\":\"/customers\"}]";
        assertThat(faults("POST", "", more).json().size()).isEqualTo(2);
        assertThat(faults("GET", "", "").json().path(1).path("fault").stringValue())
                .isEqualTo("reset");
        String all = faults("GET", "", "").json().toString();
        assertThat(faults("PUT", "", all).json().toString())
                .as("what is shown can be set")
                .isEqualTo(all);

        assertThat(faults("DELETE", "", "").json().toString()).isEqualTo("[]");
        assertThat(client.get("/customers").code()).isZero();
    }

    @Test
    void a_fault_after_the_effect_stores_the_customer_and_shows_in_journal_and_metrics() throws IOException {
        faults("PUT", "", "[{\"fault\":\"html-page\",\"status\":502,\"after_effect\":true,\"at_most\":1}]");
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.exchange(("POST /v1/customers HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer any\r\n"
                            + "Content-Length: " + ADA.length() + "\r\n\r\n" + ADA)
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(mock.size()).isEqualTo(1);
            assertThat(client.control("GET", "/journal", "")
                            .json()
                            .at("/exchanges/0/fault")
                            .stringValue())
                    .isEqualTo(mock.exchanges().get(0).fault().orElseThrow())
                    .contains("after the effect");
            assertThat(socket.exchange("GET /_handlekit/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII))
                            .body())
                    .contains("handlekit_mock_faults_total{fault=\"html-page\"} 1\n")
                    .contains(
                            "handlekit_mock_requests_total{method=\"POST\",route=\"/v1/customers\",status=\"502\"} 1");
        }
    }

    @Test
    void control_calls_trigger_no_fault_and_a_reset_disarms_all() {
        faults("PUT", "", "[{\"fault\":\"reset\",\"path\":\"/**\"}]");

        assertThat(client.control("POST", "/reset", "").status()).isEqualTo(200);
        assertThat(mock.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_profile_is_armed_by_name_and_seed(FaultProfile profile) {
        assertThat(faults("PUT", "?profile=" + profile.word() + "&seed=7", "").status())
                .isEqualTo(200);
        assertThat(mock.faults()).isEqualTo(profile.faults(7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `[{"fault":"vendor-error","code":10005},{"fault":"vendor-error"}]` | 900401 | `[1].code: a whole number is expected`
            `{"fault":"reset"}`                                              | 900401 | `faults: an array is expected`
            `[5]`                                                            | 900401 | `[0]: an object is expected`
            `[`                                                              | 900400 | `the body is not JSON`
            ``                                                               | 900400 | `the body is not JSON`
            """)
    void an_invalid_request_leaves_all_faults_armed(String body, int code, String desc) {
        mock.faults(List.of(Fault.maintenance()));
        for (String method : List.of("PUT", "POST")) {
            RawClient.Answer answer = faults(method, "", body);

            assertFault(answer, 400, code);
            assertThat(answer.json().path("desc").stringValue()).isEqualTo(desc);
            assertThat(mock.faults()).containsExactly(Fault.maintenance());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -7, 4_294_967_296L, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_seed_is_any_whole_number_of_64_bits(long seed) {
        assertThat(faults("PUT", "?profile=flaky&seed=" + seed, "").status()).isEqualTo(200);
        assertThat(mock.faults()).isEqualTo(FaultProfile.FLAKY.faults(seed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1.5", "seven"})
    void any_other_seed_is_refused(String seed) {
        RawClient.Answer answer = faults("PUT", "?profile=flaky&seed=" + seed, "");

        assertFault(answer, 400, 900_401);
        assertThat(answer.json().path("desc").stringValue()).isEqualTo("?seed: a whole number of 64 bits is expected");
    }

    @Test
    void an_unknown_profile_and_more_than_a_thousand_faults_are_refused() {
        assertThat(faults("PUT", "?profile=bad", "").json().path("desc").stringValue())
                .isEqualTo("?profile: one of flaky, slow, maintenance, blacklisted is expected");
        String many = "[" + (DENIED + ",").repeat(1_000) + DENIED + "]";
        assertFault(faults("PUT", "", many), 400, 900_402);
        assertThat(mock.faults()).isEmpty();
    }
}
