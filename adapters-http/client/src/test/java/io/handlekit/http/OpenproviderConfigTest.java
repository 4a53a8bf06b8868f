package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.http.testing.FakeService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The keys of a configuration and the messages for its faults. */
class OpenproviderConfigTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");

    private final FakeService service = new FakeService();

    @Test
    void every_setting_takes_effect() {
        service.answer(200, FakeService.token("one"));
        OpenproviderConfig config = OpenproviderConfig.from(Map.of(
                "OPENPROVIDER_BASE_URL", "http://mock.example:8080/v1",
                "OPENPROVIDER_USERNAME", "reseller",
                "OPENPROVIDER_PASSWORD", "s3cret",
                "OPENPROVIDER_IP", "0.0.0.0",
                "OPENPROVIDER_DEADLINE", "PT0.8S",
                "OPENPROVIDER_READ_RETRIES", "0",
                "OPENPROVIDER_PRODUCT", "billing/2.1",
                "PATH", "/usr/bin"));
        BlockingCustomers customers =
                new BlockingCustomers(config.builder().transport(service).build());

        assertThatThrownBy(() -> customers.get(HANDLE))
                .isInstanceOf(CustomersFailure.Unavailable.class)
                .hasMessageContaining("PT0.8S");

        assertThat(service.log().get(0)).startsWith("POST /v1/auth/login");
        assertThat(new String(service.calls().get(0).body(), StandardCharsets.UTF_8))
                .contains("reseller", "s3cret", "0.0.0.0");
        assertThat(service.calls().get(1).headers().get("User-Agent")).endsWith(" billing/2.1");
        assertThat(config.toString()).contains("PASSWORD").doesNotContain("s3cret", "reseller");
    }

    @Test
    void a_token_is_enough_and_the_services_have_names() {
        for (String name : new String[] {"live", "sandbox"}) {
            OpenproviderConfig config = OpenproviderConfig.from(
                    Map.of("OPENPROVIDER_BASE_URL", name, "OPENPROVIDER_TOKEN", "given", "OPENPROVIDER_IP", ""));
            assertThat(config.baseUrl()).isEqualTo(name.equals("live") ? BaseUrl.LIVE : BaseUrl.SANDBOX);
        }
    }

    @Test
    void one_message_names_every_fault_by_its_key_and_repeats_no_value() {
        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of(
                        "OPENPROVIDER_BASE_URL", "s3cret",
                        "OPENPROVIDER_USERNAME", "s3cret",
                        "OPENPROVIDER_PASWORD", "s3cret",
                        "OPENPROVIDER_DEADLINE", "s3cret",
                        "OPENPROVIDER_READ_RETRIES", "11",
                        "OPENPROVIDER_PRODUCT", "s3cret\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown configuration key OPENPROVIDER_PASWORD; OPENPROVIDER_BASE_URL must be live, sandbox, or"
                                + " a URL that ends with the API version; OPENPROVIDER_TOKEN, or OPENPROVIDER_USERNAME and"
                                + " OPENPROVIDER_PASSWORD, are required; OPENPROVIDER_DEADLINE must be a positive duration, such"
                                + " as PT30S; OPENPROVIDER_READ_RETRIES must be a number from 0 to 10; OPENPROVIDER_PRODUCT must"
                                + " be printable ASCII");

        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of()))
                .hasMessage("OPENPROVIDER_BASE_URL is required; OPENPROVIDER_TOKEN, or OPENPROVIDER_USERNAME and"
                        + " OPENPROVIDER_PASSWORD, are required");

        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of(
                        "OPENPROVIDER_BASE_URL", "live",
                        "OPENPROVIDER_TOKEN", "two words",
                        "OPENPROVIDER_DEADLINE", "PT0S")))
                .hasMessage("OPENPROVIDER_TOKEN must be printable ASCII without spaces; OPENPROVIDER_DEADLINE must be a"
                        + " positive duration, such as PT30S");
    }
}
