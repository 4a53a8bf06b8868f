package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.wire.BadRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultJsonTest {
    private static List<Fault> read(String json) {
        return FaultJson.read(Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void only_the_fault_and_its_numbers_are_required() {
        assertThat(read("""
                [{"fault":"reset"},
                 {"fault":"status","status":503},
                 {"fault":"status","status":401,"code":196},
                 {"fault":"delay","from_ms":50},
                 {"fault":"html-page","status":502,"after_effect":true,"method":"POST","path":"/customers",
                  "fraction":0.1,"seed":7,"at_most":3}]"""))
                .containsExactly(
                        Fault.reset(),
                        Fault.status(503),
                        Fault.status(401).code(196),
                        Fault.delay(Duration.ofMillis(50)),
                        Fault.htmlPage(502)
                                .afterEffect()
                                .on("POST", "/customers")
                                .fraction(0.1)
                                .seed(7)
                                .atMost(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | faults",
                "[5] | [0]",
                "[{}] | [0].fault",
                "[{\"fault\":5}] | [0].fault",
                "[{\"fault\":\"reset\"},{\"fault\":\"flood\"}] | [1].fault",
                "[{\"fault\":\"status\"}] | [0].status",
                "[{\"fault\":\"status\",\"status\":\"502\"}] | [0].status",
                "[{\"fault\":\"status\",\"status\":99}] | [0].status",
                "[{\"fault\":\"status\",\"status\":1e9}] | [0].status",
                "[{\"fault\":\"delay\",\"from_ms\":2,\"to_ms\":1}] | [0].to_ms",
                "[{\"fault\":\"delay\",\"from_ms\":2,\"to_ms\":600001}] | [0].to_ms",
                "[{\"fault\":\"reset\",\"status\":502}] | [0].status",
                "[{\"fault\":\"html-page\",\"status\":502,\"code\":196}] | [0].code",
                "[{\"fault\":\"status\",\"code\":196}] | [0].status",
                "[{\"fault\":\"status\",\"status\":401,\"code\":0}] | [0].code",
                "[{\"fault\":\"status\",\"status\":304,\"code\":196}] | [0].code",
                "[{\"fault\":\"reset\",\"colour\\u0000\":1}] | [0].colour?",
                "[{\"fault\":\"expired-token\",\"after_effect\":true}] | [0].after_effect",
                "[{\"fault\":\"drip\",\"pause_ms\":1,\"after_effect\":false}] | [0].after_effect",
                "[{\"fault\":\"reset\",\"after_effect\":1}] | [0].after_effect",
                "[{\"fault\":\"reset\",\"method\":\"PATCH\"}] | [0].method",
                "[{\"fault\":\"reset\",\"path\":\"customers\"}] | [0].path",
                "[{\"fault\":\"reset\",\"path\":null}] | [0].path",
                "[{\"fault\":\"reset\",\"nth\":0}] | [0].nth",
                "[{\"fault\":\"reset\",\"nth\":1.5}] | [0].nth",
                "[{\"fault\":\"reset\",\"nth\":1,\"every\":2}] | [0].every",
                "[{\"fault\":\"reset\",\"fraction\":2}] | [0].fraction",
                "[{\"fault\":\"reset\",\"fraction\":\"all\"}] | [0].fraction",
                "[{\"fault\":\"reset\",\"seed\":1e30}] | [0].seed",
                "[{\"fault\":\"reset\",\"at_most\":0}] | [0].at_most"
            })
    void an_invalid_fault_is_refused_with_its_path_and_a_sentence(String json, String path) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BadRequest.class)
                .hasMessageStartingWith(path + ": ")
                .hasMessageMatching(".+: .{5,}");
    }
}
