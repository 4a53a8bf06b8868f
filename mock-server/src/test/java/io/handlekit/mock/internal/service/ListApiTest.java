package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lists over HTTP, of three customers: Ada Lovelace, Bob van Dijk of a company, and Ada Byron. */
class ListApiTest extends ApiTest {
    @BeforeEach
    void createThree() {
        create("\"comments\":\"old\"", "\"comments\":\"ref: 1\\nline two\"");
        client.send("POST", "/customers", """
                {"company_name":"Dijkhuis B.V.","name":{"first_name":"Bob","prefix":"van","last_name":"Dijk","initials":"B."},
                 "email":"bob@dijkhuis.example","comments":"ref: 2",
                 "address":{"street":"S","number":"1","zipcode":"1000 AA","city":"C","country":"NL"},
                 "phone":{"country_code":"+31","area_code":"20","subscriber_number":"1"}}""");
        create("Lovelace", "Byron");
    }

    /** Returns the handles on the page. */
    private List<String> handles(String query) {
        JsonNode results = client.get("/customers" + query).data().path("results");
        assertThat(results.isMissingNode() || (results.isArray() && !results.isEmpty()))
                .as(query)
                .isTrue();
        return StreamSupport.stream(results.spliterator(), false)
                .map(customer -> customer.path("handle").stringValue().substring(0, 2))
                .toList();
    }

    @Test
    @Proves({"list.reply", "list.members"})
    void an_item_has_the_members_of_get_except_fax_vat_and_inn() {
        JsonNode data = client.get("/customers?handle_pattern=AL900001-GB").data();

        assertThat(data.propertyNames()).containsExactlyInAnyOrder("results", "total");
        assertThat(data.path("total")).hasToString("1");
        JsonNode item = data.path("results").path(0);
        assertThat(item.has("fax") || item.has("vat") || item.has("inn")).isFalse();
        JsonNode alone = client.get(AL).data();
        for (String name : item.propertyNames()) {
            assertThat(item.path(name)).as(name).isEqualTo(alone.path(name));
        }
        assertThat(item.size()).isEqualTo(alone.size() - 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?handle_pattern=AL900001-GB|AL",
                "?handle_pattern=A*|AL,AB",
                "?email_pattern=*@dijkhuis.example|BD",
                "?first_name_pattern=Ada|AL,AB",
                "?last_name_pattern=*y*|AB",
                "?company_name_pattern=Dijkhuis%20B.V.|BD",
                "?company_name_pattern=*|AL,BD,AB",
                "?comment_pattern=ref:*two|AL",
                "?comment_pattern=*ref%3A%20*|AL,BD",
                "?pattern=Dijk*|BD",
                "?pattern=AB900001*|AB",
                "?pattern=*l*|AL,BD",
                "?pattern=**|AL,BD,AB",
                "?first_name_pattern=Ada&last_name_pattern=Byron|AB",
                "?first_name_pattern=Bob&last_name_pattern=Byron|",
                "?last_name_pattern=van%20Dijk|",
                "?first_name_pattern=&type=|AL,BD,AB",
            })
    @Proves({"list.patterns", "list.all-patterns"})
    void a_list_returns_the_customers_that_match_all_patterns(String query, String found) {
        assertThat(handles(query)).isEqualTo(found == null ? List.of() : List.of(found.split(",")));
    }

    @Test
    @Proves({"list.bare-pattern", "list.case"})
    void a_pattern_without_a_star_matches_the_whole_text_in_any_case() {
        assertThat(handles("?last_name_pattern=LOVELACE")).containsExactly("AL");
        assertThat(handles("?last_name_pattern=Lovel")).isEmpty();
    }

    @Test
    @Proves("list.bare-pattern")
    void a_pattern_without_a_star_can_match_any_part() {
        start(Switch.BarePattern.SUBSTRING);
        createThree();

        assertThat(handles("?last_name_pattern=ovel")).containsExactly("AL");
        assertThat(handles("?last_name_pattern=ovel*")).isEmpty();
    }

    @Test
    @Proves({"list.empty", "list.empty-page"})
    void an_empty_page_has_no_results() {
        assertThat(client.get("/customers?last_name_pattern=Nobody").json())
                .hasToString("{\"code\":0,\"desc\":\"\",\"data\":{\"total\":0}}");
        assertThat(client.get("/customers?offset=9").data()).hasToString("{\"total\":3}");
        assertThat(client.get("/customers/verifications/emails/domains").data()).hasToString("{\"total\":0}");
    }

    @Test
    @Proves("list.empty")
    void an_empty_page_can_have_empty_results() {
        start(Switch.EmptyList.PRESENT);

        for (String list : List.of("/customers", "/tags", "/customers/verifications/emails/domains")) {
            assertThat(client.get(list).data()).hasToString("{\"results\":[],\"total\":0}");
        }
    }

    @Test
    @Proves("list.reply")
    void results_come_before_the_total() {
        assertThat(client.get("/customers").data().propertyNames()).containsExactly("results", "total");
    }

    @Test
    @Proves({"list.order", "list.order-by"})
    void customers_are_sorted_by_id_by_default() {
        assertThat(handles("")).containsExactly("AL", "BD", "AB");
        assertThat(handles("?order=desc")).containsExactly("AB", "BD", "AL");
        assertThat(handles("?order_by=last_name")).containsExactly("AB", "BD", "AL");
        assertThat(handles("?order_by=lastName&order=DESC")).containsExactly("AL", "BD", "AB");
        assertThat(handles("?order_by=first_name&order=ASC")).containsExactly("AL", "AB", "BD");
        assertThat(handles("?order_by=company_name")).containsExactly("AL", "AB", "BD");
        assertThat(handles("?order_by=handle")).containsExactly("AB", "AL", "BD");
        assertThat(handles("?order_by=email&order=DESC")).containsExactly("BD", "AB", "AL");
        assertThat(handles("?order_by=id")).containsExactly("AL", "BD", "AB");
    }

    @Test
    @Proves("list.limit")
    void limit_and_offset_select_a_page_and_the_total_stays() {
        assertThat(handles("?limit=2")).containsExactly("AL", "BD");
        assertThat(handles("?limit=2&offset=2")).containsExactly("AB");
        assertThat(handles("?offset=2147483647&limit=1000")).isEmpty();
        assertThat(client.get("/customers?limit=1&offset=9")
                        .data()
                        .path("total")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    @Proves({"list.limit", "list.limit-above", "list.limit-zero"})
    void a_page_has_100_customers_by_default_and_at_most_1000() {
        for (int i = 0; i < 1_000; i++) {
            createAda();
        }

        assertThat(handles("")).hasSize(100);
        assertThat(handles("?limit=0")).hasSize(100);
        assertThat(handles("?limit=1001")).hasSize(1_000);
    }

    @Test
    @Proves("list.limit-above")
    void a_limit_above_1000_can_be_refused() {
        start(Switch.LargeLimit.REFUSE);

        assertFault(client.get("/customers?limit=1001"), 400, 900_402);
        assertThat(client.get("/customers?limit=1000").code()).isZero();
    }

    @Test
    @Proves({"list.type", "list.type-unknown"})
    void the_company_name_decides_the_type() {
        assertThat(handles("?type=company")).containsExactly("BD");
        assertThat(handles("?type=individual")).containsExactly("AL", "AB");
        assertThat(client.get("/customers?type=robot").code()).isEqualTo(172);
    }

    @Test
    @Proves({"list.columns", "list.columns-place"})
    void columns_select_the_members() {
        assertThat(client.get("/customers?limit=1&offset=1&columns=fullName&columns=handle&columns=companyName")
                        .data()
                        .path("results"))
                .hasToString("[{\"company_name\":\"Dijkhuis B.V.\",\"name\":{\"full_name\":\"Bob van Dijk\"},"
                        + "\"handle\":\"BD900001-NL\"}]");
        assertThat(client.get("/customers?limit=1&offset=1&columns=id&columns=email&columns=initials&columns=prefix"
                                + "&columns=firstName&columns=lastName")
                        .data()
                        .path("results"))
                .hasToString("[{\"id\":2,\"name\":{\"initials\":\"B.\",\"first_name\":\"Bob\",\"prefix\":\"van\","
                        + "\"last_name\":\"Dijk\"},\"email\":\"bob@dijkhuis.example\"}]");
    }

    @Test
    @Proves("list.columns-unknown")
    void unknown_columns_are_ignored_and_reported() {
        RawClient.Answer some = client.get("/customers?limit=1&columns=shoeSize&columns=email");
        assertThat(some.data().path("results")).hasToString("[{\"email\":\"ada@example.com\"}]");
        assertThat(some.ignored()).contains("?columns[shoeSize]");

        RawClient.Answer none = client.get("/customers?limit=1&columns=first_name&columns=a%20b");
        assertThat(none.data()).isEqualTo(client.get("/customers?limit=1").data());
        assertThat(none.ignored()).contains("?columns[first_name], ?");
        assertThat(mock.exchanges().get(mock.exchanges().size() - 2).ignored())
                .containsExactly("?columns[first_name]", "?columns[a?b]");
    }

    @Test
    @Proves({"list.columns-unknown", "input.unknown"})
    void unknown_columns_are_refused_where_unknown_members_are() {
        start(Switch.UnknownFields.REFUSE);

        assertFault(client.get("/customers?columns=shoeSize"), 400, 900_402);
    }

    @Test
    @Proves("list.reseller")
    void customers_of_another_reseller_are_refused() {
        assertThat(client.get("/customers?reseller_id=100001").code()).isZero();
        assertThat(client.get("/customers?reseller_id=7").code()).isEqualTo(8000);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "1,true", "false,false", "0,false"})
    @Proves("list.additional-data")
    void additional_data_are_listed_on_request(String flag, boolean shown) {
        JsonNode item = client.get("/customers?limit=1&with_additional_data=" + flag)
                .data()
                .path("results")
                .path(0);

        assertThat(item.has("additional_data")).isEqualTo(shown);
        assertThat(item.has("extension_additional_data")).isEqualTo(shown);
    }

    @Test
    @Proves("list.body")
    void filters_in_a_body_do_not_filter() {
        assertThat(client.send("GET", "/customers", "{\"last_name_pattern\":\"Byron\"}")
                        .data()
                        .path("total")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    @Proves("input.told")
    void the_journal_has_the_query_of_a_list() {
        client.get("/customers?last_name_pattern=*%20y");

        List<Exchange> exchanges = mock.exchanges();
        assertThat(exchanges.get(exchanges.size() - 1).query()).isEqualTo("last_name_pattern=*%20y");
    }

    @Test
    @Proves("list.case")
    void patterns_ignore_case_in_every_alphabet() {
        create("Lovelace", "ΠΑΣΧΑΛΗΣ");

        for (String pattern : List.of("ΠΑΣ*", "πασ*", "πασχαλης", "πασχαλησ", "*ΛΗΣ")) {
            String escaped = URLEncoder.encode(pattern, StandardCharsets.UTF_8);
            assertThat(client.get("/customers?last_name_pattern=" + escaped)
                            .data()
                            .path("total")
                            .intValue())
                    .as(pattern)
                    .isEqualTo(1);
        }
    }

    @Test
    @Proves({"list.columns", "list.reseller"})
    void empty_columns_and_reseller_0_count_as_not_given() {
        assertThat(handles("?columns=&reseller_id=0")).hasSize(3);
    }
}
