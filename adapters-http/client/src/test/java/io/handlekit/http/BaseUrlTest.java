package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The URLs that are accepted, and the hosts that are known. */
class BaseUrlTest {
    @Test
    void the_live_service_and_the_sandbox_are_known() {
        assertThat(BaseUrl.LIVE).hasToString("https://api.openprovider.eu/v1");
        assertThat(BaseUrl.SANDBOX).hasToString("http://api.sandbox.openprovider.nl:8480/v1");
    }

    @Test
    void a_trailing_slash_makes_no_difference() {
        assertThat(BaseUrl.of("http://127.0.0.1:8080/v1/"))
                .isEqualTo(BaseUrl.of("http://127.0.0.1:8080/v1"))
                .hasSameHashCodeAs(BaseUrl.of("http://127.0.0.1:8080/v1"));
        assertThat(BaseUrl.of("http://proxy/a/v1//").resolve("/customers"))
                .hasToString("http://proxy/a/v1/customers");
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
}
