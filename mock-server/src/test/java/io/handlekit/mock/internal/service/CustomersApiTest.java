package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Creates, reads and deletes over HTTP. */
class CustomersApiTest extends ApiTest {
    @Test
    @Proves({"route.customers", "envelope.success", "create.reply"})
    void a_create_answers_the_documented_success() {
        RawClient.Answer answer = client.send("POST", "/customers", ADA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasToString("{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"AL900001-GB\"}}");
    }

    @Test
    @Proves("get.additional-data")
    void additional_data_are_shown_on_request_only() {
        client.send("POST", "/customers", ADA);

        assertThat(client.get(AL).data().has("additional_data")).isFalse();
        assertThat(client.get(AL + "?with_additional_data=false").data().has("additional_data"))
                .isFalse();
        for (String flag : new String[] {"true", "1"}) {
            RawClient.Answer answer = client.get(AL + "?with_additional_data=" + flag);
            assertThat(answer.data().path("additional_data")).hasToString("{\"birth_city\":\"London\"}");
            assertThat(answer.data().path("extension_additional_data"))
                    .hasToString("[{\"name\":\"us\",\"data\":{\"nexus_category\":\"C11\"}}]");
        }
    }

    @Test
    @Proves("create.id")
    void ids_ascend_over_all_letters() {
        client.send("POST", "/customers", ADA);
        client.send("POST", "/customers", ADA.replace("Ada", "Bob"));

        assertThat(client.get(AL).data().path("id").intValue()).isEqualTo(1);
        assertThat(client.get("/customers/BL900001-GB").data().path("id").intValue())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @Proves({"get.unknown", "update.unknown-first"})
    @ValueSource(strings = {"ZZ999999-ZZ", "a%2Fb", "a%20b", "%2E%2E", "a;b", "%252B", "%5C", "%C3%89", "al900001-gb"})
    void an_unknown_handle_is_193_however_it_is_escaped(String handle) {
        client.send("POST", "/customers", ADA);

        for (RawClient.Answer answer : new RawClient.Answer[] {
            client.get("/customers/" + handle), client.send("PUT", "/customers/" + handle, "{\"email\":\"\"}")
        }) {
            assertThat(answer.status()).isEqualTo(status(193));
            assertThat(answer.json())
                    .hasToString("{\"desc\":\"Handle is not recognized by the Openprovider system\",\"code\":193}");
        }
    }

    @Test
    @Proves("create.twice")
    void the_same_data_twice_make_two_handles() {
        assertThat(createAda().data().path("handle"))
                .isNotEqualTo(createAda().data().path("handle"));
    }

    @Test
    @Proves({"create.locale", "create.locale-us", "create.locale-other"})
    void a_customer_without_a_locale_gets_that_of_its_country() {
        String unset = ADA.replace("\"locale\":\"en_GB\",", "");
        assertThat(localeOf(unset.replace("\"GB\"", "\"NL\""), "AL900001-NL")).isEqualTo("nl_NL");
        assertThat(localeOf(unset.replace("\"GB\"", "\"US\""), "AL900002-US")).isEqualTo("en_GB");
        assertThat(localeOf(unset.replace("\"GB\"", "\"DE\""), "AL900003-DE")).isEqualTo("en_GB");
        assertThat(localeOf(ADA.replace("\"en_GB\"", "\"fr_FR\""), "AL900004-GB"))
                .isEqualTo("fr_FR");
    }

    private String localeOf(String body, String handle) {
        client.send("POST", "/customers", body);
        return client.get("/customers/" + handle).data().path("locale").stringValue();
    }

    @Test
    @Proves({"get.order", "get.members", "get.empty", "get.at-once", "create.least"})
    void a_customer_is_shown_as_recorded() {
        client.send("POST", "/customers", """
                {"name":{"first_name":"Test","last_name":"Person"},"email":"person@example.test",
                 "phone":{"country_code":"+1","area_code":"555","subscriber_number":"5550100"},
                 "address":{"street":"1 Test St","number":"","city":"Portland","state":"OR","zipcode":"97201",
                            "country":"US"}}""");

        assertThat(client.get("/customers/TP900001-US").data())
                .hasToString("{\"id\":1,\"company_name\":\"\",\"name\":{\"first_name\":\"Test\","
                        + "\"last_name\":\"Person\",\"full_name\":\"Test Person\"},"
                        + "\"phone\":{\"country_code\":\"+1\",\"area_code\":\"555\",\"subscriber_number\":\"5550100\"},"
                        + "\"address\":{\"street\":\"1 Test St\",\"number\":\"\",\"zipcode\":\"97201\","
                        + "\"city\":\"Portland\",\"country\":\"US\",\"state\":\"OR\"},"
                        + "\"email\":\"person@example.test\",\"handle\":\"TP900001-US\",\"reseller_id\":100001,"
                        + "\"locale\":\"en_GB\",\"deleted_at\":\"0000-00-00 00:00:00\",\"is_deleted\":false}");
    }

    @Test
    @Proves("get.order-rest")
    void members_that_no_recording_has_stand_at_places_of_our_choice() {
        create("\"last_name\"", "\"prefix\":\"van de\",\"initials\":\"A.L.\",\"last_name\"");

        JsonNode customer = whole(AL);
        assertThat(customer.propertyNames())
                .containsExactly(
                        "id",
                        "company_name",
                        "name",
                        "phone",
                        "fax",
                        "address",
                        "email",
                        "vat",
                        "handle",
                        "reseller_id",
                        "comments",
                        "comments_last_changed_at",
                        "tags",
                        "locale",
                        "deleted_at",
                        "is_deleted",
                        "additional_data",
                        "extension_additional_data");
        assertThat(customer.path("name").propertyNames())
                .containsExactly("initials", "first_name", "prefix", "last_name", "full_name");
        assertThat(customer.path("address").propertyNames())
                .containsExactly("street", "number", "suffix", "zipcode", "city", "country");
    }

    @Test
    @Proves({"get.members", "get.full-name", "get.inn", "get.deleted-at"})
    void a_customer_has_the_members_of_the_schema_with_their_types() {
        create("\"last_name\"", "\"prefix\":\"van de\",\"initials\":\"A.L.\",\"last_name\"");

        JsonNode customer = whole(AL);
        assertThat(customer.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "reseller_id",
                        "handle",
                        "company_name",
                        "name",
                        "address",
                        "phone",
                        "fax",
                        "email",
                        "vat",
                        "locale",
                        "comments",
                        "comments_last_changed_at",
                        "is_deleted",
                        "deleted_at",
                        "tags",
                        "additional_data",
                        "extension_additional_data");
        assertThat(customer.path("id").isInt()).isTrue();
        assertThat(customer.path("reseller_id").isInt()).isTrue();
        assertThat(customer.path("is_deleted")).hasToString("false");
        assertThat(customer.path("deleted_at").stringValue()).isEqualTo("0000-00-00 00:00:00");
        assertThat(customer.path("name").path("full_name").stringValue()).isEqualTo("Ada van de Lovelace");
        assertThat(customer.path("tags")).hasToString("[{\"key\":\"customer\",\"value\":\"VIP\"}]");
    }

    @Test
    @Proves({"get.empty", "get.number", "get.other-empty", "get.empty-additional-data"})
    void empty_members_are_left_out_except_company_name_and_house_number() {
        client.send("POST", "/customers", """
                {"name":{"first_name":"Ada","last_name":"Lovelace"},"email":"ada@example.com","vat":"",
                 "address":{"street":"S","zipcode":"1","city":"C","country":"GB","suffix":""},
                 "phone":{"country_code":"+44","area_code":"","subscriber_number":"79460000"}}""");

        JsonNode customer = whole(AL);
        assertThat(customer.propertyNames())
                .doesNotContain(
                        "fax",
                        "vat",
                        "inn",
                        "tags",
                        "comments",
                        "comments_last_changed_at",
                        "additional_data",
                        "extension_additional_data");
        assertThat(customer.path("name").propertyNames()).doesNotContain("initials", "prefix");
        assertThat(customer.path("address").propertyNames()).doesNotContain("suffix", "state");
        assertThat(customer.path("phone").has("area_code")).isFalse();
        assertThat(customer.path("company_name")).hasToString("\"\"");
        assertThat(customer.path("address").path("number")).hasToString("\"\"");
    }

    @Test
    @Proves({"get.comments-time", "get.time-zone"})
    void the_time_of_comments_is_their_last_change() {
        create("\"comments\":\"old\",", "");
        assertThat(client.get(AL).data().has("comments_last_changed_at")).isFalse();

        client.send("PUT", AL, "{\"comments\":\"new\"}");
        assertThat(commentsChangedAt()).isEqualTo("2026-11-21 11:00:00");

        clock.forward(Duration.ofHours(15));
        client.send("PUT", AL, "{\"comments\":\"new\",\"vat\":\"GB2\"}");
        assertThat(commentsChangedAt()).isEqualTo("2026-11-21 11:00:00");

        client.send("PUT", AL, "{\"comments\":\"\"}");
        assertThat(commentsChangedAt()).isEqualTo("2026-11-22 02:00:00");
    }

    @Test
    @Proves("get.time-zone")
    void times_follow_the_summer_time_of_amsterdam() {
        clock.forward(Duration.ofDays(180));

        create("\"vat\":\"GB1\",", "");

        assertThat(commentsChangedAt()).isEqualTo("2027-05-20 12:00:00");
    }

    private String commentsChangedAt() {
        return client.get(AL).data().path("comments_last_changed_at").stringValue();
    }

    @Test
    @Proves({"form.additional-names", "form.additional-empty", "form.open"})
    void additional_data_keep_unknown_keys_and_drop_empty_texts() {
        create("{\"birth_city\":\"London\"}", "{\"birth_city\":\"\",\"shoe_size\":\"42\"}");

        assertThat(whole(AL).path("additional_data")).hasToString("{\"shoe_size\":\"42\"}");
    }

    @Test
    @Proves({"delete.reply", "get.unknown", "list.deleted", "handle.deleted"})
    void a_deleted_customer_is_unknown_and_its_number_is_never_used_again() {
        createAda();

        assertThat(client.send("DELETE", AL, "").json())
                .hasToString("{\"code\":0,\"desc\":\"\",\"data\":{\"success\":true}}");

        for (RawClient.Answer answer :
                List.of(client.get(AL), client.send("PUT", AL, "{}"), client.send("DELETE", AL, ""))) {
            assertThat(answer.status()).isEqualTo(status(193));
            assertThat(answer.code()).isEqualTo(193);
        }
        assertThat(client.get("/customers").data().path("total").intValue()).isZero();
        assertThat(createAda().data().path("handle").stringValue()).isEqualTo("AL900002-GB");
    }

    @Test
    @Proves({"create.stays", "update.domains"})
    void there_are_no_domains_and_a_customer_stays_until_it_is_deleted() {
        createAda();

        for (String path : List.of("/domains", "/domains/1")) {
            assertFault(client.send("POST", path, "{\"owner_handle\":\"AL900001-GB\"}"), 404, 900_404);
        }
        assertThat(client.get(AL).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"HAS_DOMAINS,6200", "ATTACHED,187", "DEFAULT_HANDLE,6206"})
    @Proves("delete.refused")
    void a_customer_in_use_is_not_deleted_and_an_unknown_handle_is_still_193(Switch.Delete value, int code) {
        start(value);
        createAda();

        assertThat(client.send("DELETE", AL, "").code()).isEqualTo(code);
        assertThat(client.get(AL).code()).isZero();
        assertThat(client.send("DELETE", "/customers/ZZ999999-ZZ", "").code()).isEqualTo(193);
    }

    @Test
    @Proves("handle.start")
    void numbers_start_at_numbering_start_and_have_six_digits() {
        start(Behaviour.defaults().numberingStart(88));

        assertThat(createAda().data().path("handle").stringValue()).isEqualTo("AL000088-GB");
    }

    @Test
    @Proves("create.full-name")
    void the_service_builds_the_full_name_and_reports_a_different_one_as_ignored() {
        assertThat(create("\"last_name\"", "\"full_name\":\"Ada Lovelace\",\"last_name\"")
                        .ignored())
                .isEmpty();
        assertThat(create("\"last_name\"", "\"full_name\":\"Somebody Else\",\"last_name\"")
                        .ignored())
                .contains("name.full_name");
        assertThat(client.send("PUT", AL, "{\"name\":{\"full_name\":\"Somebody Else\"}}")
                        .ignored())
                .contains("name.full_name");
        assertThat(client.get(AL).data().path("name").path("full_name").stringValue())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    @Proves({"get.empty", "get.company-name", "get.other-empty"})
    void an_empty_company_name_is_shown_and_other_empty_texts_are_not() {
        create("\"vat\":\"GB1\",", "\"vat\":\"\",");

        assertThat(client.get(AL).data().path("company_name")).hasToString("\"\"");
        assertThat(client.get(AL).data().has("vat")).isFalse();
        assertThat(client.get(AL).data().path("name").has("prefix")).isFalse();
    }

    @Test
    @Proves("form.country")
    void a_country_in_lower_case_is_stored_as_sent_and_means_the_same() {
        client.send(
                "POST", "/customers", ADA.replace("\"locale\":\"en_GB\",", "").replace("\"GB\"", "\"nl\""));

        JsonNode customer = client.get("/customers/AL900001-NL").data();
        assertThat(customer.path("address").path("country").stringValue()).isEqualTo("nl");
        assertThat(customer.path("locale").stringValue()).isEqualTo("nl_NL");
    }

    @Test
    @Proves({"get.deleted", "get.deleted-at", "delete.reply"})
    void a_deleted_customer_can_be_kept_visible_for_get_only() {
        start(Switch.Deleted.SHOWN);
        createAda();
        client.send("DELETE", AL, "");

        JsonNode customer = client.get(AL).data();
        assertThat(customer.path("is_deleted")).hasToString("true");
        assertThat(customer.path("deleted_at").stringValue()).isEqualTo("2026-11-21 11:00:00");
        assertThat(client.send("PUT", AL, "{}").code()).isEqualTo(193);
        assertThat(client.send("DELETE", AL, "").code()).isEqualTo(193);
        assertThat(client.get("/customers").data().path("total").intValue()).isZero();
        mock.reset();
        assertThat(client.get(AL).code()).isEqualTo(193);
    }
}
