package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control API refuses what it does not understand. */
class ControlInputTest extends ApiTest {
    private static final List<Fault> ARMED = List.of(Fault.delay(Duration.ZERO));

    private void assertRefused(String call, String body, String desc) {
        createAda();
        mock.faults(ARMED);
        String[] parts = call.split(" ", 2);
        RawClient.Answer answer = client.control(parts[0], parts[1], body);

        assertFault(answer, 400, 900_402);
        assertThat(answer.json().path("desc").stringValue()).isEqualTo(desc);
        assertThat(mock.size()).isEqualTo(1);
        assertThat(mock.exchanges()).hasSize(1);
        assertThat(mock.faults()).isEqualTo(ARMED);
        assertThat(mock.behaviour()).isEqualTo(Behaviour.defaults());
        assertThat(client.control("GET", "/clock", "").json().path("ahead").stringValue())
                .isEqualTo("PT0S");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    /health?x=1       | ``
            GET    /ledger?x=1       | ``
            GET    /metrics?x=1      | ``
            POST   /reset?x          | ``
            POST   /customers?x=1    | `[]`
            DELETE /customers?x=1    | ``
            GET    /journal?x=1      | ``
            DELETE /journal?x=1      | ``
            POST   /verify?x=1       | `{}`
            GET    /clock?x=1        | ``
            POST   /clock?x=1        | `{"forward":"PT1H"}`
            GET    /switches?x=1     | ``
            PUT    /switches?x=1     | `{"zip":"strict"}`
            PATCH  /switches?x=1     | `{"zip":"strict"}`
            GET    /faults?x=1       | ``
            PUT    /faults?x=1       | `[]`
            POST   /faults?x=1       | `[{"fault":"reset"}]`
            DELETE /faults?x=1       | ``
            """)
    void an_unknown_parameter_is_refused_and_changes_nothing(String call, String body) {
        assertRefused(call.replaceFirst(" +", " "), body, "?x: unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health",
                "GET /ledger",
                "GET /metrics",
                "POST /reset",
                "DELETE /customers",
                "GET /journal",
                "DELETE /journal",
                "GET /clock",
                "GET /switches",
                "GET /faults",
                "DELETE /faults",
                "PUT /faults?profile=flaky"
            })
    void an_unexpected_body_is_refused_and_changes_nothing(String call) {
        assertRefused(call, "[]", "no body is expected here");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT /faults?seed=7, ?seed: allowed only with ?profile",
        "POST /faults?profile=flaky, ?profile: unknown",
    })
    void a_profile_can_only_replace_all_faults_and_a_seed_needs_a_profile(String call, String desc) {
        assertRefused(call, "[{\"fault\":\"reset\"}]", desc);
    }
}
