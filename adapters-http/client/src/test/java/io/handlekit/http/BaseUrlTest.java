package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The URLs that are accepted, and the hosts that are known. */
class BaseUrlTest {
    @Test
    @SuppressWarnings("deprecation")
    void the_live_service_and_the_sandbox_are_known_in_both_versions() {
        assertThat(BaseUrl.LIVE).hasToString("https://api.openprovider.eu/v1");
        assertThat(BaseUrl.SANDBOX).hasToString("https://api.sandbox.openprovider.nl/v1");
        assertThat(BaseUrl.LIVE_V1BETA).hasToString("https://api.openprovider.eu/v1beta");
        assertThat(BaseUrl.SANDBOX_V1BETA).hasToString("https://api.sandbox.openprovider.nl/v1beta");
    }

    @Test
    void a_trailing_slash_makes_no_difference() {
        assertThat(BaseUrl.of("http://127.0.0.1:8080/v1/"))
                .isEqualTo(BaseUrl.of("http://127.0.0.1:8080/v1"))
                .hasSameHashCodeAs(BaseUrl.of("http://127.0.0.1:8080/v1"));
        assertThat(BaseUrl.of("http://proxy/a/v1//").resolve("/customers")).hasToString("http://proxy/a/v1/customers");
    }

    @Test
    void the_live_host_is_live_with_any_scheme_port_and_version() {
        assertThat(BaseUrl.LIVE.isLive()).isTrue();
        assertThat(BaseUrl.of("https://API.openprovider.eu:443/v2").isLive()).isTrue();
        assertThat(BaseUrl.of("http://api.openprovider.eu./v1").isLive()).isTrue();
        assertThat(BaseUrl.SANDBOX.isLive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.openprovider.eu",
                "https://api.openprovider.eu/",
                "api.openprovider.eu/v1",
                "/v1",
                "ftp://api.openprovider.eu/v1",
                "https:///v1",
                "https://user:secret@api.openprovider.eu/v1",
                "https://api.openprovider.eu/v1?a=b",
                "https://api.openprovider.eu/v1#a",
                "not a url",
            })
    void anything_else_is_refused_by_a_message_that_does_not_repeat_it(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url)).withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://handlekit_mock:8080/v1",
                "https://my_host/v1",
                "http://me:s3cret@handlekit_mock:8080/v1",
            })
    void a_host_with_an_underscore_is_refused_by_a_message_that_names_it(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of(url))
                .withMessageContaining("must not contain an underscore (_)")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void an_underscore_elsewhere_in_the_url_is_accepted() {
        assertThat(BaseUrl.of("http://handlekit-mock:8080/my_proxy/v1"))
                .hasToString("http://handlekit-mock:8080/my_proxy/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/v1",
                "http://LOCALHOST./v1",
                "http://127.0.0.1/v1",
                "http://127.8.9.10:1/v1",
                "http://[::1]:8080/v1",
                "http://[0:0:0:0:0:0:0:1]/v1",
                "http://[::ffff:127.0.0.1]/v1",
                "https://api.openprovider.eu/v1",
                "HTTPS://api.openprovider.eu/v1",
            })
    void tls_and_this_machine_expose_no_password(String url) {
        assertThat(BaseUrl.of(url).exposesPasswords()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.sandbox.openprovider.nl:8480/v1",
                "HTTP://mock/v1",
                "http://10.0.0.7/v1",
                "http://127.0.0.1.example.com/v1",
                "http://localhost.example.com/v1",
                "http://[::2]/v1",
                "http://[fe80::1%1]/v1",
            })
    void plain_http_to_another_host_exposes_a_password(String url) {
        assertThat(BaseUrl.of(url).exposesPasswords()).isTrue();
    }
}
