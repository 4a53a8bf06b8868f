package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.TransportFailure;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "OPENPROVIDER_ALLOW_PLAIN_HTTP", "true",
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

    @ParameterizedTest
    @CsvSource({
        "live,https://api.openprovider.eu/v1",
        "sandbox,https://api.sandbox.openprovider.nl/v1",
        "live-v1beta,https://api.openprovider.eu/v1beta",
        "sandbox-v1beta,https://api.sandbox.openprovider.nl/v1beta",
        "http://mock.example:8080/v1,http://mock.example:8080/v1",
    })
    void a_token_is_enough_and_the_services_have_names(String name, String url) {
        OpenproviderConfig config = OpenproviderConfig.from(
                Map.of("OPENPROVIDER_BASE_URL", name, "OPENPROVIDER_TOKEN", "given", "OPENPROVIDER_IP", ""));

        assertThat(config.baseUrl()).hasToString(url);
    }

    @Test
    void one_message_names_every_fault_by_its_key_and_repeats_no_value() {
        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of(
                        "OPENPROVIDER_BASE_URL", "s3cret",
                        "OPENPROVIDER_USERNAME", "s3cret",
                        "OPENPROVIDER_PASWORD", "s3cret",
                        "OPENPROVIDER_DEADLINE", "s3cret",
                        "OPENPROVIDER_READ_RETRIES", "11",
                        "OPENPROVIDER_PRODUCT", "s3crét",
                        "OPENPROVIDER_ALLOW_PLAIN_HTTP", "s3cret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown configuration key OPENPROVIDER_PASWORD; OPENPROVIDER_BASE_URL must be"
                        + " live, sandbox, live-v1beta, sandbox-v1beta, or a URL: the base URL must be an"
                        + " absolute http or https URL; OPENPROVIDER_TOKEN, or OPENPROVIDER_USERNAME and"
                        + " OPENPROVIDER_PASSWORD, are required; OPENPROVIDER_ALLOW_PLAIN_HTTP must be true"
                        + " or false; OPENPROVIDER_DEADLINE must be a positive duration of at most a day, such as PT30S;"
                        + " OPENPROVIDER_READ_RETRIES must be a number from 0 to 10; OPENPROVIDER_PRODUCT"
                        + " must be printable ASCII");

        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of()))
                .hasMessage("OPENPROVIDER_BASE_URL is required; OPENPROVIDER_TOKEN, or OPENPROVIDER_USERNAME and"
                        + " OPENPROVIDER_PASSWORD, are required");

        assertThatThrownBy(() -> OpenproviderConfig.from(Map.of(
                        "OPENPROVIDER_BASE_URL", "live",
                        "OPENPROVIDER_TOKEN", "two words",
                        "OPENPROVIDER_DEADLINE", "PT0S")))
                .hasMessage("OPENPROVIDER_TOKEN must be printable ASCII without spaces; OPENPROVIDER_DEADLINE must be a"
                        + " positive duration of at most a day, such as PT30S");
    }

    private static Map<String, String> login(String key, String value) {
        Map<String, String> texts = new HashMap<>(Map.of(
                "OPENPROVIDER_BASE_URL", "sandbox",
                "OPENPROVIDER_USERNAME", "reseller",
                "OPENPROVIDER_PASSWORD", "s3cret"));
        texts.put(key, value);
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENPROVIDER_PASSWORD", "OPENPROVIDER_USERNAME", "OPENPROVIDER_TOKEN"})
    void a_value_damaged_on_its_way_is_refused_without_repeating_it(String key) {
        assertThatThrownBy(() -> OpenproviderConfig.from(login(key, "s3cret\n")))
                .hasMessage(key + " ends with \\n: remove the line break");
        assertThatThrownBy(() -> OpenproviderConfig.from(login(key, "s3cret\r\n")))
                .hasMessage(key + " ends with \\r\\n: remove the line break");
        assertThatThrownBy(() -> OpenproviderConfig.from(login(key, "s3\uFFFDcret")))
                .hasMessage(key + " contains \\uFFFD: it was decoded with the wrong charset");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENPROVIDER_SERVICE_HOST,10.0.0.7",
        "OPENPROVIDER_SERVICE_PORT,80",
        "OPENPROVIDER_SERVICE_PORT_HTTP,80",
        "OPENPROVIDER_PORT,tcp://10.0.0.7:80",
        "OPENPROVIDER_PORT_80_TCP,tcp://10.0.0.7:80",
        "OPENPROVIDER_PORT_80_TCP_PROTO,tcp",
        "OPENPROVIDER_PORT_80_TCP_PORT,80",
        "OPENPROVIDER_PORT_80_TCP_ADDR,10.0.0.7",
        "OPENPROVIDER_PORT_53_UDP,udp://10.0.0.7:53",
        "OPENPROVIDER_MOCK_SERVICE_HOST,10.0.0.7",
        "OPENPROVIDER_MOCK_PORT,tcp://10.0.0.7:80",
    })
    void the_variables_of_a_kubernetes_service_are_ignored(String key, String value) {
        assertThat(OpenproviderConfig.from(login(key, value)).baseUrl()).isEqualTo(BaseUrl.SANDBOX);
    }

    @ParameterizedTest
    @CsvSource({"OPENPROVIDER_PORT,8080", "OPENPROVIDER_HOST,10.0.0.7", "OPENPROVIDER_PORT_80,x", "OPENPROVIDER_,x"})
    void other_keys_are_unknown(String key, String value) {
        assertThatThrownBy(() -> OpenproviderConfig.from(login(key, value)))
                .hasMessage("Unknown configuration key " + key);
    }

    @Test
    void a_password_is_sent_over_plain_http_to_another_host_only_if_that_is_allowed() {
        Map<String, String> texts = login("OPENPROVIDER_BASE_URL", "http://mock:8080/v1");

        assertThatThrownBy(() -> OpenproviderConfig.from(texts))
                .hasMessage("OPENPROVIDER_BASE_URL would send the password over plain HTTP; use https, or set"
                        + " OPENPROVIDER_ALLOW_PLAIN_HTTP=true");

        texts.put("OPENPROVIDER_ALLOW_PLAIN_HTTP", "true");
        assertThat(OpenproviderConfig.from(texts).builder().transport(service).build())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"true, java.net.ConnectException: refused", "false, java.net.ConnectException"})
    void messages_of_the_network_are_shown_on_request(String value, String message) {
        Map<String, String> texts = login("OPENPROVIDER_SHOW_NETWORK_MESSAGES", value);
        service.answer(CompletableFuture.failedFuture(
                new TransportFailure(TransportFailure.Kind.CONNECT, new ConnectException("refused"))));
        BlockingCustomers customers = new BlockingCustomers(
                OpenproviderConfig.from(texts).builder().transport(service).build());

        assertThatThrownBy(() -> customers.delete(HANDLE)).hasRootCauseMessage(message);
    }

    @Test
    void a_host_with_an_underscore_is_named_as_such() {
        assertThatThrownBy(
                        () -> OpenproviderConfig.from(login("OPENPROVIDER_BASE_URL", "http://handlekit_mock:8080/v1")))
                .hasMessageContaining("must not contain an underscore (_)");
    }

    @Test
    void properties_have_the_same_keys_and_messages_name_them_as_properties() {
        OpenproviderConfig config = OpenproviderConfig.fromProperties(Map.of(
                "openprovider.base-url", "sandbox", "openprovider.token", "t0ken", "spring.main.banner-mode", "off"));

        assertThat(config.baseUrl()).isEqualTo(BaseUrl.SANDBOX);
        assertThat(config.credentials()).isEqualTo(Credentials.token("t0ken"));
        assertThatThrownBy(() -> OpenproviderConfig.fromProperties(
                        Map.of("openprovider.read-retries", "many", "openprovider.tokn", "t0ken")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown configuration key openprovider.tokn; openprovider.base-url is required;"
                        + " openprovider.token, or openprovider.username and openprovider.password, are required;"
                        + " openprovider.read-retries must be a number from 0 to 10");
    }

    @Test
    void credentials_from_elsewhere_replace_the_keys_of_credentials() {
        Credentials vault = Credentials.token("from the vault".replace(' ', '-'));

        OpenproviderConfig config = OpenproviderConfig.fromProperties(Map.of("openprovider.base-url", "live"), vault);

        assertThat(config.credentials()).isSameAs(vault);
    }
}
