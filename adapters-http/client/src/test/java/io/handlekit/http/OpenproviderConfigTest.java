package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenproviderConfigTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");

    private final FakeService service = new FakeService();

    @Test
    void all_that_can_be_said_is_heard() {
        service.answer(200, FakeService.token("one"));
        OpenproviderConfig config = OpenproviderConfig.from(Map.of(
                "OPENPROVIDER_BASE_URL", "http://mock.example:8080/v1beta",
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

        assertThat(service.log().get(0)).startsWith("POST /v1beta/auth/login");
        assertThat(new String(service.calls().get(0).body(), StandardCharsets.UTF_8))
                .contains("reseller", "s3cret", "0.0.0.0");
        assertThat(service.calls().get(1).headers().get("User-Agent")).endsWith(" billing/2.1");
        assertThat(config.toString()).contains("PASSWORD").doesNotContain("s3cret", "reseller");
    }

    @Test
    void a_token_is_enough_and_the_two_services_have_names() {
        for (String name : new String[] {"live", "sandbox"}) {
            OpenproviderConfig config = OpenproviderConfig.from(
                    Map.of("OPENPROVIDER_BASE_URL", name, "OPENPROVIDER_TOKEN", "given", "OPENPROVIDER_IP", ""));
            assertThat(config.baseUrl()).isEqualTo(name.equals("live") ? BaseUrl.LIVE : BaseUrl.SANDBOX);
        }
    }

    @Test
    void all_faults_are_told_at_once_by_their_keys_and_without_a_value() {
        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of(
                        "OPENPROVIDER_BASE_URL", "s3cret",
                        "OPENPROVIDER_USERNAME", "s3cret",
                        "OPENPROVIDER_PASWORD", "s3cret",
                        "OPENPROVIDER_DEADLINE", "s3cret",
                        "OPENPROVIDER_READ_RETRIES", "11",
                        "OPENPROVIDER_PRODUCT", "s3cret\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("OPENPROVIDER_PASWORD is no key; OPENPROVIDER_BASE_URL: live, sandbox, or a URL that ends"
                        + " with the version is expected; OPENPROVIDER_TOKEN, or USERNAME and PASSWORD, are required;"
                        + " OPENPROVIDER_DEADLINE: a duration, such as PT30S is expected; OPENPROVIDER_READ_RETRIES: a"
                        + " number from 0 to 10 is expected; OPENPROVIDER_PRODUCT: printable ASCII is expected");
        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of()))
                .hasMessage("OPENPROVIDER_BASE_URL is required; OPENPROVIDER_TOKEN, or USERNAME and PASSWORD, are"
                        + " required");
        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of(
                        "OPENPROVIDER_BASE_URL", "live",
                        "OPENPROVIDER_TOKEN", "two words",
                        "OPENPROVIDER_DEADLINE", "PT0S")))
                .hasMessage("OPENPROVIDER_TOKEN: printable ASCII without white space is expected;"
                        + " OPENPROVIDER_DEADLINE: more than no time is expected");
    }
}
