package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Customers over the control API. */
class CustomerReadsApiTest extends ApiTest {
    private RawClient.Answer read(String path) {
        return client.control("GET", path, "");
    }

    @Test
    void customers_are_listed_and_read_as_the_service_does_without_being_a_call_of_the_service() {
        start(Switch.Token.ISSUED);
        assertThat(client.control("POST", "/customers", "[" + ADA + "," + ADA.replace("Ada", "Bea") + "]")
                        .status())
                .isEqualTo(200);
        mock.faults(List.of(Fault.status(503)));

        JsonNode page = read("/customers?pattern=*Bea*&order_by=handle&order=DESC&limit=1")
                .data();
        assertThat(page.path("total").intValue()).isEqualTo(1);
        assertThat(page.path("results").path(0).path("handle").stringValue()).isEqualTo("BL900001-GB");
        JsonNode one = read(AL + "?with_additional_data=true").data();
        assertThat(one.path("additional_data").path("birth_city").stringValue()).isEqualTo("London");
        assertThat(mock.exchanges()).isEmpty();
    }

    @Test
    void an_unknown_handle_and_an_unknown_parameter_are_refused() {
        assertFault(read("/customers/ZZ000000-ZZ"), 400, 193);
        assertFault(read("/customers/ZZ000000-ZZ/readiness"), 400, 193);
        assertFault(read("/customers?filter=1"), 400, 900_402);
        assertFault(read("/customers?type=robot"), 400, 172);
    }

    @Test
    void readiness_tells_for_each_known_tld_what_is_missing() {
        createAda();

        JsonNode readiness = read(AL + "/readiness").json();
        assertThat(readiness.path("handle").stringValue()).isEqualTo("AL900001-GB");
        JsonNode ru = tld(readiness, "ru");
        assertThat(ru.path("ready").booleanValue()).isFalse();
        assertThat(ru.path("findings").valueStream().map(one -> one.path("path").stringValue()))
                .anyMatch(path -> path.contains("[ru]"));
        assertThat(ru.path("findings").path(0).path("severity").stringValue()).isEqualTo("error");
        assertThat(tld(readiness, "us")
                        .path("findings")
                        .valueStream()
                        .map(one -> one.path("path").stringValue()))
                .noneMatch(path -> path.endsWith("nexus_category"));
    }

    private static JsonNode tld(JsonNode readiness, String name) {
        return readiness
                .path("tlds")
                .valueStream()
                .filter(one -> one.path("tld").stringValue().equals(name))
                .findAny()
                .orElseThrow();
    }
}
