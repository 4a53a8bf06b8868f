package io.handlekit.mock.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The envelope and its switches. */
class EnvelopeApiTest extends ApiTest {
    @Test
    @Proves({"envelope.error", "envelope.one-error", "envelope.lowest-code", "envelope.code-texts"})
    void errors_come_one_at_a_time_lowest_code_first() {
        RawClient.Answer answer =
                client.send("POST", "/customers", "{\"email\":\"x\",\"name\":{\"first_name\":\"Ada\"}}");

        assertThat(answer.status()).isEqualTo(status(105));
        assertThat(answer.json()).hasToString("{\"desc\":\"Empty last name field!\",\"code\":105}");
        assertThat(mock.size()).isZero();
    }

    @Test
    @Proves("envelope.error")
    void a_switch_gives_business_errors_http_200() {
        start(Switch.ErrorStatus.HTTP_200);

        RawClient.Answer answer = client.get(AL);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo(193);
        assertThat(client.get("/nothing").status()).isEqualTo(404);
    }

    @Test
    @Proves("envelope.error-data")
    void a_switch_gives_errors_a_text_as_data() {
        start(Switch.ErrorData.TEXT);

        assertThat(create("\"GB\"", "\"Britain\"").json())
                .hasToString("{\"desc\":\"Invalid country code!\",\"code\":121,\"data\":\"address.country\"}");
        assertThat(client.get(AL).json().path("data")).hasToString("\"\"");
    }

    @Test
    @Proves("envelope.maintenance")
    void maintenance_is_announced_in_every_success() {
        start(Switch.Maintenance.ANNOUNCED);

        assertThat(createAda().json().path("maintenance")).hasToString("true");
        assertThat(client.get(AL).json().path("maintenance")).hasToString("true");
        assertThat(client.get("/customers/ZZ999999-ZZ").json().has("maintenance"))
                .isFalse();
    }

    @Test
    @Proves("envelope.maintenance")
    void during_maintenance_everything_is_refused() {
        start(Switch.Maintenance.ON);

        for (RawClient.Answer answer : List.of(
                createAda(),
                client.get("/customers"),
                client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}"))) {
            assertThat(answer.status()).isEqualTo(status(4005));
            assertThat(answer.json()).hasToString("{\"desc\":\"Disabled for maintenance\",\"code\":4005}");
        }
        assertThat(mock.size()).isZero();
    }

    @Test
    @Proves("envelope.warnings")
    void a_switch_gives_successes_a_warning() {
        start(Switch.Warnings.ONE);

        JsonNode warnings = createAda().json().path("warnings");

        assertThat(warnings.size()).isEqualTo(1);
        assertThat(warnings.path(0).propertyNames()).containsExactlyInAnyOrder("code", "desc", "data");
        assertThat(warnings.path(0).path("code").intValue()).isEqualTo(900_200);
    }
}
