package io.handlekit.mock.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Account;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The HTTP status of a business error, at each version. */
class StatusApiTest extends ApiTest {
    private static final String LOGIN = "{\"username\":\"reseller\",\"password\":\"secret\"}";

    private RawClient at(ApiVersion version) {
        return new RawClient(mock.baseUri(version));
    }

    private int v1(String method, String path, String body) {
        return at(ApiVersion.V1).send(method, path, body).status();
    }

    private int v1beta(String method, String path, String body) {
        return at(ApiVersion.V1BETA).send(method, path, body).status();
    }

    @Test
    @Proves({"envelope.error", "status.refusal", "status.unknown-handle", "status.v1beta"})
    void a_refused_customer_and_an_unknown_handle_have_400_at_v1_and_500_at_v1beta() {
        assertThat(v1("POST", "/customers", "{}")).isEqualTo(400);
        assertThat(v1("GET", AL, "")).isEqualTo(400);
        assertThat(v1beta("POST", "/customers", "{}")).isEqualTo(500);
        assertThat(v1beta("GET", AL, "")).isEqualTo(500);
    }

    @Test
    @Proves("status.unknown-handle")
    void a_switch_gives_unknown_handles_404_at_v1_only() {
        start(Switch.UnknownHandleStatus.HTTP_404);

        for (String method : new String[] {"GET", "PUT", "DELETE"}) {
            assertThat(v1(method, AL, "{}")).as(method).isEqualTo(404);
            assertThat(v1beta(method, AL, "{}")).as(method).isEqualTo(500);
        }
        assertThat(v1("POST", "/customers", "{}")).isEqualTo(400);
    }

    @Test
    @Proves("status.token")
    void a_wrong_login_and_a_bad_token_have_401_at_v1_and_500_at_v1beta() {
        start(Behaviour.defaults().with(Switch.Token.ISSUED).account(new Account("reseller", "other")));

        assertThat(v1("POST", "/auth/login", LOGIN)).isEqualTo(401);
        assertThat(v1("GET", "/customers", "")).isEqualTo(401);
        assertThat(at(ApiVersion.V1)
                        .send("GET", "/customers", BodyPublishers.noBody(), "")
                        .status())
                .isEqualTo(401);
        assertThat(v1beta("POST", "/auth/login", LOGIN)).isEqualTo(500);
        assertThat(v1beta("GET", "/customers", "")).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
    @Proves("status.refused-login")
    void a_correct_login_that_is_refused_has_400_at_v1_and_500_at_v1beta(Switch.Login value) {
        start(value);

        assertThat(v1("POST", "/auth/login", LOGIN)).isEqualTo(400);
        assertThat(v1beta("POST", "/auth/login", LOGIN)).isEqualTo(500);
    }

    @Test
    @Proves({"status.limits", "limits.status"})
    void a_reached_limit_has_429_at_v1_and_500_at_v1beta() {
        start(Switch.Limits.CTE);
        for (int call = 0; call < 50; call++) {
            client.get("/tags");
        }
        for (int login = 0; login < 30; login++) {
            client.send("POST", "/auth/login", LOGIN);
        }

        assertThat(v1("GET", "/tags", "")).isEqualTo(429);
        assertThat(v1("POST", "/auth/login", LOGIN)).isEqualTo(429);
        assertThat(v1beta("GET", "/tags", "")).isEqualTo(500);
        assertThat(v1beta("POST", "/auth/login", LOGIN)).isEqualTo(500);
    }

    @Test
    @Proves("status.maintenance")
    void maintenance_has_503_at_v1_and_500_at_v1beta() {
        start(Switch.Maintenance.ON);

        assertThat(v1("GET", "/tags", "")).isEqualTo(503);
        assertThat(v1beta("GET", "/tags", "")).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"131,400", "193,400", "196,401", "309,500", "399,404", "4005,503", "4007,429", "50,429", "10005,429"})
    @Proves({"status.registry", "status.in-service", "status.v1beta"})
    void a_fault_with_a_code_has_the_status_that_the_version_has_for_it(int code, int status) {
        mock.failNext(Fault.vendorError(code));
        mock.failNext(Fault.vendorError(code));

        assertThat(v1("GET", "/tags", "")).isEqualTo(status);
        assertThat(v1beta("GET", "/tags", "")).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_500,500", "HTTP_400,400", "HTTP_200,200"})
    @Proves("envelope.error")
    void a_switch_gives_all_business_errors_of_both_versions_one_status(Switch.ErrorStatus value, int status) {
        start(value);

        for (ApiVersion version : ApiVersion.values()) {
            Stream.of("/customers/ZZ999999-ZZ", "/domains/additional-data/customers")
                    .forEach(path -> assertThat(at(version).get(path).status()).isEqualTo(status));
            assertThat(at(version)
                            .send("GET", "/tags", BodyPublishers.noBody(), "")
                            .status())
                    .isEqualTo(status);
            assertThat(at(version).get("/nothing").status()).isEqualTo(404);
        }
    }
}
