package io.handlekit.http.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerQuery.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The query string of a list call. */
class QueryStringTest {
    @Test
    void a_full_query_has_every_parameter_once_and_in_order() {
        CustomerQuery query = CustomerQuery.all()
                .where(Field.ANY_NAME, "*any*")
                .where(Field.COMMENT, "50% & more*")
                .where(Field.COMPANY_NAME, "Ørsted + Søn*")
                .where(Field.LAST_NAME, "van de \"Lovelace\"")
                .where(Field.FIRST_NAME, "Ada=#?/")
                .where(Field.EMAIL, "ada+news@*.example")
                .where(Field.HANDLE, "AL9*-NL")
                .type(CustomerQuery.CustomerType.INDIVIDUAL)
                .descending(Sort.FIRST_NAME)
                .withAdditionalData(true)
                .offset(2_000)
                .limit(1_000);

        assertThat(QueryString.of(query))
                .isEqualTo("limit=1000&offset=2000&order=DESC&order_by=first_name"
                        + "&handle_pattern=AL9*-NL"
                        + "&email_pattern=ada%2Bnews%40*.example"
                        + "&first_name_pattern=Ada%3D%23%3F%2F"
                        + "&last_name_pattern=van%20de%20%22Lovelace%22"
                        + "&company_name_pattern=%C3%98rsted%20%2B%20S%C3%B8n*"
                        + "&comment_pattern=50%25%20%26%20more*"
                        + "&pattern=*any*"
                        + "&type=individual&with_additional_data=true");
    }

    @Test
    void a_query_for_all_customers_has_only_the_parameters_of_its_page() {
        assertThat(QueryString.of(CustomerQuery.all())).isEqualTo("limit=100&offset=0&with_additional_data=false");
    }

    @ParameterizedTest
    @EnumSource
    void a_sort_field_is_sent_with_its_order(Sort sort) {
        String field = "&order_by=" + sort.wireName() + "&";

        assertThat(QueryString.of(CustomerQuery.all().ascending(sort))).contains("&order=ASC" + field);
        assertThat(QueryString.of(CustomerQuery.all().descending(sort))).contains("&order=DESC" + field);
    }

    @ParameterizedTest
    @CsvSource({
        "👩,%F0%9F%91%A9",
        "Μ,%CE%9C",
        "'a\u0000b',a%00b",
        "'a\nb',a%0Ab",
        "%,%25",
        "%2F,%252F",
        "...,...",
        "~-_,~-_",
        "**,**",
    })
    void a_value_is_escaped_as_utf_8(String text, String escaped) {
        assertThat(PercentEncoding.queryValue(text)).isEqualTo(escaped);
    }
}
