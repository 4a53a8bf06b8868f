package io.handlekit.mock.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.base.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The JSON of a stored customer: answers are the same whether it was kept as sent or written anew. */
class CustomerJsonTest {
    /** White space, another order, escapes, an unknown member, and a line break in a text. */
    private static final String SENT = """
            { "vat" : "NL1", "email": "a@b.tld", "comments": "one\\ntwo \\u00e9 é \\"", "unknown": [1],
              "additional_data": {"birth_city": "X"}, "tags": [ {"key":"k", "value":"v"} ],
              "fax": {"country_code":"+31"}, "name": {"last_name":"L", "first_name":"F"}, "locale": "nl_NL" }
            """;

    private static final String OWNER =
            "\"company_name\":\"\",\"name\":{\"first_name\":\"F\",\"last_name\":\"L\",\"full_name\":\"F L\"}";
    private static final String AFTER_OWNER = "\"handle\":\"FL900001-NL\",\"reseller_id\":100001,"
            + "\"comments\":\"one\\ntwo é é \\\"\",\"comments_last_changed_at\":\"2026-11-27 02:00:00\","
            + "\"tags\":[{\"key\":\"k\",\"value\":\"v\"}],\"email_verification_status\":\"REQ\",\"locale\":\"nl_NL\","
            + "\"deleted_at\":\"0000-00-00 00:00:00\",\"is_deleted\":false";

    private static final byte[] BYTES = SENT.getBytes(StandardCharsets.UTF_8);

    private static CustomerView view(CustomerJson json) {
        return new CustomerView(
                new CustomerHandle("FL900001-NL"),
                7,
                json,
                "REQ",
                Optional.of(Instant.parse("2026-11-27T01:00:00Z")),
                Optional.empty());
    }

    private static String get(CustomerJson json, boolean withAdditionalData) {
        return text(Json.write(out -> CustomerWriter.customer(out, view(json), withAdditionalData)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void a_get_shows_a_customer_that_was_kept_as_sent_in_the_order_of_the_service() {
        assertThat(get(new CustomerJson(BYTES), true))
                .isEqualTo("{\"id\":7," + OWNER + ",\"fax\":{\"country_code\":\"+31\"},\"address\":{\"number\":\"\"},"
                        + "\"email\":\"a@b.tld\",\"vat\":\"NL1\"," + AFTER_OWNER
                        + ",\"additional_data\":{\"birth_city\":\"X\"}}");
    }

    @Test
    void a_list_leaves_out_fax_vat_number_and_additional_data() {
        byte[] listed = Json.write(out -> {
            out.writeStartArray();
            CustomerWriter.listed(out, view(new CustomerJson(BYTES)), false);
            CustomerWriter.listed(out, view(new CustomerJson(BYTES)), false);
            out.writeEndArray();
        });
        String one = "{\"id\":7," + OWNER + ",\"address\":{\"number\":\"\"},\"email\":\"a@b.tld\"," + AFTER_OWNER + "}";

        assertThat(text(listed)).isEqualTo("[" + one + "," + one + "]");
    }

    @Test
    void the_answer_is_the_same_before_and_after_the_json_is_written_anew() {
        CustomerJson sent = new CustomerJson(BYTES);
        NewCustomer sections = sent.sections();
        String first = get(sent, true);

        assertThat(get(sent, true)).isEqualTo(first);
        assertThat(get(CustomerJson.of(sections), true)).isEqualTo(first);
        assertThat(get(new CustomerJson(sent.lines()), true)).isEqualTo(first);
        assertThat(sent.sections()).isEqualTo(sections);
    }

    @Test
    void json_that_is_long_or_begins_with_something_else_is_written_anew_at_once() {
        NewCustomer sections = new CustomerJson(BYTES).sections();
        byte[] indented = ("\n" + SENT).getBytes(StandardCharsets.UTF_8);
        byte[] padded = (SENT + " ".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        String expected = get(CustomerJson.of(sections), true);

        assertThat(get(CustomerJson.of(sections, Optional.of(indented)), true)).isEqualTo(expected);
        assertThat(CustomerJson.of(sections, Optional.of(padded)).length()).isLessThan(BYTES.length + 100);
        assertThat(CustomerJson.of(sections, Optional.of(BYTES)).length()).isEqualTo(BYTES.length);
    }
}
