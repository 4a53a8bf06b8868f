package io.handlekit.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Seeds: customers stored from JSON. */
class CustomerSeedTest extends ApiTest {
    private static String with(String handle) {
        return ADA.replaceFirst("\\{", "{\"handle\":\"" + handle + "\",");
    }

    private static CustomerHandle handle(String text) {
        return new CustomerHandle(text);
    }

    @Test
    void seeded_customers_get_the_handles_they_name_and_new_handles_skip_those() {
        List<CustomerHandle> handles = mock.seed("[" + ADA + "," + with("AL900001-GB") + "," + with("old-one") + "]");

        assertThat(handles).containsExactly(handle("AL900002-GB"), handle("AL900001-GB"), handle("old-one"));
        assertThat(mock.stored(handle("old-one")))
                .map(customer -> customer.email())
                .contains("ada@example.com");
        assertThat(createAda().data().path("handle").stringValue()).isEqualTo("AL900003-GB");
        assertThat(client.get("/customers/old-one").data().path("id").intValue())
                .isEqualTo(3);
        assertThat(mock.exchanges()).as("exchanges: seeding is not one").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `[ADA,`                                                | `the body is not JSON (code 900400)`
            ``                                                     | `the body is not JSON (code 900400)`
            `7`                                                    | `body: an array or an object is expected (code 900401)`
            `"x"`                                                | `body: an array or an object is expected (code 900401)`
            `[[ADA]]`                                              | `[0]: an object is expected (code 900401)`
            `{"emial":"a@example.com"}`                            | `emial: unknown (code 900402)`
            `{"desc":"No","code":193}`                             | `code: the reply of a success, with code 0, is expected (code 900402)`
            `[ADA,{"desc":"No","code":193}]`                       | `[1].code: the reply of a success, with code 0, is expected (code 900402)`
            `{"code":0,"desc":"","data":7}`                        | `data: an object is expected (code 900401)`
            `{"code":0,"desc":"","data":{"results":7,"total":1}}`  | `data.results: an array is expected (code 900401)`
            `{"data":{"results":[ADA,{"id":7,"email":7}],"total":2}}` | `data.results[1].email: a string is expected (code 900401)`
            `{"data":{"results":[HANDLE,HANDLE],"total":2}}`       | `data.results[1].handle: another customer has this handle (code 900402)`
            `[ADA,7]`                                              | `[1]: an object is expected (code 900401)`
            `[ADA,{"email":7}]`                                    | `[1].email: a string is expected (code 900401)`
            `[ADA,{"emial":"a@example.com"}]`                      | `[1].emial: unknown (code 900402)`
            `[ADA,{"name":{"frist_name":"A"}}]`                    | `[1].name.frist_name: unknown (code 900402)`
            `[HANDLE,ADA,HANDLE]`                                  | `[2].handle: another customer has this handle (code 900402)`
            """)
    void an_invalid_seed_is_reported_with_its_path_and_nothing_is_stored(String json, String told) {
        String seed = json.replace("ADA", ADA).replace("HANDLE", with("AL000001-GB"));

        assertThatThrownBy(() -> mock.seed(seed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(told);
        assertThat(mock.size()).isZero();
        assertThat(createAda().data().path("handle").stringValue())
                .as("the number of the next handle")
                .isEqualTo("AL900001-GB");
    }

    @Test
    void a_customer_that_would_be_refused_is_reported_with_the_vendor_s_code_and_nothing_is_stored() {
        String bad = ADA.replace("ada@example.com", "nowhere");

        assertThatThrownBy(() -> mock.seed("[" + ADA + "," + bad + "]"))
                .isInstanceOfSatisfying(InvalidSeed.class, fault -> {
                    assertThat(fault.path()).isEqualTo("[1].email");
                    assertThat(fault.code())
                            .isEqualTo(client.send("POST", "/customers", bad).code());
                    assertThat(fault.sentence()).isNotEmpty();
                    assertThat(fault).hasMessageStartingWith("[1].email: ").hasMessageNotContaining("nowhere");
                });
        assertThat(mock.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AL/900001", "AL 1", "Ä1", "..", "AL900001-GB?x"})
    void a_text_that_cannot_be_part_of_a_path_is_no_handle(String text) {
        assertThatThrownBy(() -> mock.seed("[" + with(text) + "]"))
                .hasMessage(
                        "[0].handle: at most 50 letters, digits, hyphens and underscores are expected (code 900402)");
    }

    @Test
    void a_handle_in_use_or_used_before_is_refused() {
        start(Switch.Deleted.SHOWN);
        createAda();
        assertThatThrownBy(() -> mock.seed("[" + with("AL900001-GB") + "]")).hasMessageStartingWith("[0].handle: ");

        client.send("DELETE", AL, "");
        assertThatThrownBy(() -> mock.seed("[" + with("AL900001-GB") + "]")).hasMessageStartingWith("[0].handle: ");
    }

    @Test
    void strict_switches_apply_to_seeds_too() {
        start(Switch.Tags.EXISTING);

        assertThatThrownBy(() -> mock.seed("[" + ADA + "]"))
                .hasMessage("[0].tags: not among the tags of the account (code 900402)");
    }

    @Test
    void customers_of_the_options_exist_at_the_start_and_after_a_reset() {
        MockOptions options = MockOptions.defaults().customers("[" + with("AL000001-GB") + "]");
        try (MockOpenprovider seeded = MockOpenprovider.start(options)) {
            assertThat(seeded.size()).isEqualTo(1);
            seeded.seed("[" + ADA + "]");
            seeded.reset();
            assertThat(seeded.size()).isEqualTo(1);
            assertThat(seeded.stored(handle("AL000001-GB"))).isPresent();
        }
        assertThatThrownBy(() -> MockOpenprovider.start(options.documentationCustomer(true)
                        .customers("[" + with(MockOpenprovider.DOCUMENTATION_HANDLE.value()) + "]")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("[0].handle: ");
    }

    /** Returns a customer as the service replied it. */
    private static String reply(String handle) {
        return """
                {"id":199674,"company_name":"","name":{"first_name":"Test","last_name":"Person",
                 "full_name":"Test Person"},
                 "phone":{"country_code":"+1","area_code":"555","subscriber_number":"5550100"},
                 "address":{"street":"1 Test St","number":"","zipcode":"97201","city":"Portland","country":"US",
                  "state":"OR"},
                 "email":"person@example.test","handle":"HANDLE","reseller_id":0,"email_verification_status":"REQ",
                 "comments":"old","comments_last_changed_at":"2026-01-02 03:04:05","locale":"en_US","new_member":[1],
                 "deleted_at":"0000-00-00 00:00:00","is_deleted":false}""".replace("HANDLE", handle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"desc\":\"\",\"data\":REPLY}",
                "{\"data\":REPLY}",
                "{\"code\":0,\"desc\":\"\",\"data\":{\"results\":[REPLY],\"total\":1}}",
                "{\"data\":{\"results\":[REPLY]}}",
                "{\"results\":[REPLY],\"total\":1}",
                "[{\"code\":0,\"desc\":\"\",\"data\":REPLY}]",
                "[REPLY]",
                "REPLY",
                "\ufeffREPLY"
            })
    @Proves("input.seed")
    void a_reply_of_the_service_is_a_seed_as_it_is(String json) {
        String seed = json.replace("REPLY", reply("TP000001-US"));

        assertThat(mock.seed(seed)).containsExactly(handle("TP000001-US"));

        JsonNode stored = client.get("/customers/TP000001-US").data();
        assertThat(stored.path("locale").stringValue()).isEqualTo("en_US");
        assertThat(stored.path("id").intValue()).isEqualTo(1);
        assertThat(stored.path("comments_last_changed_at").stringValue()).isEqualTo("2026-01-02 03:04:05");
        assertThat(stored.has("email_verification_status") || stored.has("new_member"))
                .isFalse();
        assertThat(MockOptions.defaults().customers(seed).ignoredMembers())
                .containsExactly("email_verification_status", "id", "new_member", "reseller_id");
        assertThat(client.control("POST", "/customers", seed.replace("TP000001", "TP000002"))
                        .json())
                .hasToString("{\"handles\":[\"TP000002-US\"],"
                        + "\"ignored\":[\"email_verification_status\",\"id\",\"new_member\",\"reseller_id\"]}");
    }

    @Test
    @Proves("input.seed")
    void a_reply_of_the_mock_is_a_seed_of_another_one() {
        createAda();
        String get = client.get(AL + "?with_additional_data=true").json().toString();
        String list = client.get("/customers?with_additional_data=true").json().toString();
        JsonNode before = whole(AL);

        for (String json : List.of(get, list)) {
            mock.reset();
            assertThat(mock.seed(json)).containsExactly(handle("AL900001-GB"));
            JsonNode after = whole(AL);
            for (String name : after.propertyNames()) {
                assertThat(after.path(name)).as(name).isEqualTo(before.path(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"x\"",
                "\"id\":null",
                "\"reseller_id\":7",
                "\"inn\":\"123\"",
                "\"is_deleted\":true",
                "\"deleted_at\":\"2026-01-01 00:00:00\"",
                "\"deleted_at\":7",
                "\"comments_last_changed_at\":\"yesterday\"",
                "\"comments_last_changed_at\":{}",
                "\"email_verification_status\":\"???\"",
            })
    @Proves("input.seed")
    void no_derived_member_refuses_a_seed_whatever_its_value(String member) {
        String json = "[" + ADA.replaceFirst("\\{", "{" + member + ",") + "]";

        assertThat(mock.seed(json)).hasSize(1);
        assertThat(MockOptions.defaults().customers(json).ignoredMembers())
                .containsExactly(member.substring(1, member.indexOf("\":")));
    }

    @Test
    @Proves("input.seed")
    void an_empty_list_is_a_seed_without_customers() {
        assertThat(mock.seed("{\"code\":0,\"desc\":\"\",\"data\":{\"total\":0}}"))
                .isEmpty();
        assertThat(MockOptions.defaults().ignoredMembers()).isEmpty();
    }

    @Test
    @Proves("input.seed")
    void an_invalid_customer_of_a_reply_is_reported_with_its_path() {
        String bad = reply("TP000001-US").replace("person@example.test", "nowhere");

        assertThatThrownBy(() -> mock.seed("{\"data\":{\"results\":[" + bad + "]}}"))
                .hasMessageStartingWith("data.results[0].email: ")
                .hasMessageNotContaining("nowhere");
        assertThatThrownBy(() -> mock.seed(bad)).hasMessageStartingWith("email: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    @Proves("input.seed")
    void a_seed_may_be_in_each_encoding_of_json_with_a_mark_or_without(String encoding) {
        for (String mark : List.of("", "\ufeff")) {
            byte[] json = (mark + "[" + ADA.replace("Ada", "Zoë") + "]").getBytes(Charset.forName(encoding));

            try (MockOpenprovider seeded =
                    MockOpenprovider.start(MockOptions.defaults().customers(json))) {
                assertThat(seeded.stored(handle("ZL900001-GB"))
                                .orElseThrow()
                                .name()
                                .firstName())
                        .isEqualTo("Zoë");
            }
            assertThat(new RawClient(mock.baseUri().resolve("/_handlekit"))
                            .send("POST", "/customers", BodyPublishers.ofByteArray(json), "")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "IBM850"})
    void a_seed_in_another_encoding_is_refused_with_a_sentence_about_encodings(String encoding) {
        byte[] json = ("[" + ADA.replace("Ada", "Zoë") + "]").getBytes(Charset.forName(encoding));

        assertThatThrownBy(() -> MockOptions.defaults().customers(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the encoding is not UTF-8, UTF-16 or UTF-32 but another one, such as Windows-1252; use UTF-8"
                                + " (code 900400)");
    }

    @Test
    void a_handle_of_white_space_counts_as_none() {
        assertThat(mock.seed("[" + with("\u00a0\u200b") + "]")).containsExactly(handle("AL900001-GB"));
    }
}
