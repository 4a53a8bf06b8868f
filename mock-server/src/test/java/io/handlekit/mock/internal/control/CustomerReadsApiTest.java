package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertFault(search("{\"type\":\"robot\"}"), 400, 172);
        assertFault(client.control("POST", "/customers/search?pattern=Ada", "{}"), 400, 900_402);
    }

    @Test
    void a_search_has_its_patterns_in_the_body_and_answers_like_the_list() {
        for (String name : new String[] {"Ada", "Bea", "Cara"}) {
            create("\"Ada\"", "\"" + name + "\"");
        }

        RawClient.Answer found = search("""
                {"last_name_pattern":"love*","order_by":"first_name","order":"desc","offset":1,"limit":1,"type":"individual",
                 "with_additional_data":true}""");

        assertThat(found.data())
                .isEqualTo(read("/customers?last_name_pattern=love*&order_by=first_name&order=desc&offset=1&limit=1"
                                + "&type=individual&with_additional_data=true")
                        .data());
        assertThat(found.data().path("total").intValue()).isEqualTo(3);
        assertThat(found.data().at("/results/0/name/first_name").stringValue()).isEqualTo("Bea");
        assertThat(found.data().at("/results/0/additional_data/birth_city").stringValue())
                .isEqualTo("London");
        assertThat(search("{}").data()).isEqualTo(read("/customers").data());
        assertThat(mock.exchanges()).as("the creates alone").hasSize(3);
    }

    private RawClient.Answer search(String body) {
        return client.control("POST", "/customers/search", body);
    }

    @Test
    void a_page_of_a_search_has_a_bound() {
        mock.seed("[" + (ADA + ",").repeat(1_000) + ADA + "]");

        RawClient.Answer found = search("{\"limit\":2000000000}");

        assertThat(found.data().path("results").size()).isEqualTo(1_000);
        assertThat(found.data().path("total").intValue()).isEqualTo(1_001);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"email_pattern":["ada"]}`   | 900401 | `email_pattern: a string is expected`
            `{"limit":"10"}`              | 900401 | `limit: a whole number from 0 to 2147483647 is expected`
            `{"offset":-1}`               | 900401 | `offset: a whole number from 0 to 2147483647 is expected`
            `{"with_additional_data":1}`  | 900401 | `with_additional_data: true or false is expected`
            `{"order":"up"}`              | 900401 | `order: ASC or DESC is expected`
            `{"order_by":"shoe_size"}`    | 900401 | `order_by: the name of a field, such as first_name, is expected`
            `{"filter":"Ada"}`            | 900402 | `filter: unknown`
            `{"columns":["email"]}`       | 900402 | `columns: unknown`
            `["Ada"]`                     | 900401 | `body: an object is expected`
            `Ada`                         | 900400 | `the body is not JSON`
            """)
    void a_search_that_is_not_understood_names_the_member_and_finds_nobody(String body, int code, String desc) {
        RawClient.Answer refused = search(body);

        assertFault(refused, 400, code);
        assertThat(refused.json().path("desc").stringValue()).isEqualTo(desc);
        assertThat(refused.json().has("data")).isFalse();
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
