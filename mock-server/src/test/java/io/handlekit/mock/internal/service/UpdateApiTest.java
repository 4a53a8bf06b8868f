package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawClient;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Updates over HTTP: what they keep, change and clear. */
class UpdateApiTest extends ApiTest {
    @ParameterizedTest
    @Proves({"update.omitted", "update.null"})
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|nothing",
                "{\"vat\":null,\"address\":null,\"tags\":null}|nothing",
                "{\"vat\":\"\"}|vat",
                "{\"comments\":\"\"}|comments",
                "{\"locale\":\"\"}|locale",
                "{\"tags\":[]}|tags",
                "{\"fax\":{}}|fax",
                "{\"fax\":{\"country_code\":\"\",\"area_code\":\"\",\"subscriber_number\":\"\"}}|fax",
                "{\"additional_data\":{}}|additional_data",
                "{\"extension_additional_data\":[]}|extension_additional_data",
            })
    void null_keeps_and_empty_clears(String body, String cleared) {
        client.send("POST", "/customers", ADA);
        var before = client.get(AL + "?with_additional_data=1").data();

        assertThat(client.send("PUT", AL, body).code()).isZero();

        var after = client.get(AL + "?with_additional_data=1").data();
        for (String section : before.propertyNames()) {
            if (section.equals(cleared)) {
                assertThat(after.path(section).isEmpty()).as(section).isTrue();
            } else {
                assertThat(after.path(section)).as(section).isEqualTo(before.path(section));
            }
        }
    }

    @ParameterizedTest
    @Proves("update.required")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"\"}|145",
                "{\"address\":{}}|110",
                "{\"phone\":{}}|130",
                "{\"vat\":\"new\",\"address\":{\"street\":\"S\",\"zipcode\":\"1\",\"city\":\"C\"}}|120",
                "{\"vat\":\"new\",\"fax\":{\"country_code\":\"44\"}}|141",
            })
    void an_update_with_an_error_changes_nothing(String body, int code) {
        client.send("POST", "/customers", ADA);
        var before = client.get(AL).data();

        assertThat(client.send("PUT", AL, body).code()).isEqualTo(code);

        assertThat(client.get(AL).data()).isEqualTo(before);
    }

    @Test
    void an_update_that_names_everything_stores_what_a_create_of_the_same_body_stores() {
        client.send("POST", "/customers", ADA);
        String whole = """
                {"handle":"AL900001-GB","name":{"first_name":"Ada","last_name":"Lovelace","full_name":"Ada L"},
                 "address":{"street":"S","number":"7","zipcode":"1","city":"C","country":"FR","planet":"Earth"},
                 "phone":{"country_code":"+33","area_code":"1","subscriber_number":"234567"},"fax":{},
                 "email":"new@example.org","vat":"","locale":"fr_FR","comments":"new","tags":[],
                 "additional_data":{"gender":"F"},"extension_additional_data":[{"name":"fr","data":{"a":"b"}}],
                 "shoe_size":"42"}""";

        assertThat(client.send("PUT", AL, whole).code()).isZero();

        client.send("POST", "/customers", whole);
        JsonNode updated = client.get(AL + "?with_additional_data=1").data();
        JsonNode created =
                client.get("/customers/AL900002-FR?with_additional_data=1").data();
        assertThat(updated.path("address").path("city").stringValue()).isEqualTo("C");
        for (String section : created.propertyNames()) {
            if (!Set.of("id", "handle", "comments_last_changed_at").contains(section)) {
                assertThat(updated.path(section)).as(section).isEqualTo(created.path(section));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address",
                "phone",
                "fax",
                "email",
                "vat",
                "locale",
                "comments",
                "tags",
                "additional_data",
                "extension_additional_data"
            })
    void an_update_that_names_everything_but_one_section_keeps_that_section(String section) {
        client.send("POST", "/customers", ADA);
        JsonNode before = client.get(AL + "?with_additional_data=1").data();
        String others = ((ObjectNode) Json.read(ADA.replace("\"1\"", "\"2\"")))
                .without(section)
                .toString();

        assertThat(client.send("PUT", AL, others).code()).isZero();

        assertThat(client.get(AL + "?with_additional_data=1").data().path(section))
                .isEqualTo(before.path(section));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\"}",
                "{\"last_name\":\"Lovelace\"}",
                "\"Ada\"",
                "{\"initials\":7}",
                "null",
            })
    void an_update_that_names_everything_keeps_the_name(String name) {
        client.send(
                "POST",
                "/customers",
                ADA.replace("\"first_name\"", "\"initials\":\"A.\",\"prefix\":\"of\",\"first_name\""));
        JsonNode before = client.get(AL).data().path("name");
        String whole = """
                {"name":%s,"address":{"street":"S","number":"7","zipcode":"1","city":"C","country":"FR"},
                 "phone":{"country_code":"+33","area_code":"1","subscriber_number":"234567"},"fax":{},
                 "email":"new@example.org","vat":"","locale":"fr_FR","comments":"new","tags":[],
                 "additional_data":{},"extension_additional_data":[]}""".formatted(name);

        assertThat(client.send("PUT", AL, whole).code()).isZero();

        assertThat(client.get(AL).data().path("name")).isEqualTo(before);
        assertThat(client.get(AL).data().path("email").stringValue()).isEqualTo("new@example.org");
    }

    @Test
    void a_given_section_is_replaced_as_a_whole() {
        client.send("POST", "/customers", ADA);

        client.send("PUT", AL, "{\"address\":{\"street\":\"S\",\"zipcode\":\"1\",\"city\":\"C\",\"country\":\"FR\"}}");

        assertThat(client.get(AL).data().path("address"))
                .hasToString("{\"street\":\"S\",\"number\":\"\",\"zipcode\":\"1\",\"city\":\"C\",\"country\":\"FR\"}");
    }

    @Test
    @Proves({"update.handle", "update.reply"})
    void names_and_unknown_members_are_ignored_and_the_path_s_handle_wins() {
        client.send("POST", "/customers", ADA);
        var before = client.get(AL).data();

        RawClient.Answer answer = client.send(
                "PUT",
                AL,
                "{\"handle\":\"XX123456-XX\",\"name\":{\"first_name\":5},\"company_name\":\"X\",\"organization\":[]}");

        assertThat(answer.json()).hasToString("{\"code\":0,\"desc\":\"\",\"data\":{\"success\":true}}");
        assertThat(client.get(AL).data()).isEqualTo(before);
    }

    @Test
    @Proves({"handle.country", "update.unchanged"})
    void the_handle_survives_a_change_of_country_and_an_update_without_changes_succeeds() {
        createAda();
        String moved = "{\"address\":{\"street\":\"S\",\"zipcode\":\"75001\",\"city\":\"Paris\",\"country\":\"FR\"}}";

        assertThat(client.send("PUT", AL, moved).code()).isZero();
        assertThat(client.send("PUT", AL, moved).code()).isZero();

        assertThat(client.get(AL).data().path("address").path("country").stringValue())
                .isEqualTo("FR");
        assertThat(client.get(AL).data().path("handle").stringValue()).isEqualTo("AL900001-GB");
    }

    @Test
    @Proves({"update.section", "update.merge-arrays"})
    void merged_sections_keep_missing_members_but_not_arrays() {
        start(Switch.PutSections.MERGE);
        createAda();

        client.send("PUT", AL, """
                {"address":{"city":"Paris","suffix":""},"fax":{"area_code":"21"},
                 "additional_data":{"birth_country":"FR"},
                 "extension_additional_data":[{"name":"us","data":{"applicant_purpose":"P1"}}]}""");

        JsonNode customer = whole(AL);
        assertThat(customer.path("address"))
                .hasToString("{\"street\":\"Dorset Street\",\"number\":\"1\",\"zipcode\":\"W1U 4EG\","
                        + "\"city\":\"Paris\",\"country\":\"GB\"}");
        assertThat(customer.path("fax"))
                .hasToString("{\"country_code\":\"+44\",\"area_code\":\"21\",\"subscriber_number\":\"1\"}");
        assertThat(customer.path("additional_data"))
                .hasToString("{\"birth_city\":\"London\",\"birth_country\":\"FR\"}");
        assertThat(customer.path("extension_additional_data"))
                .hasToString("[{\"name\":\"us\",\"data\":{\"applicant_purpose\":\"P1\"}}]");
    }

    @Test
    @Proves("update.empty")
    void with_empty_values_keep_nothing_can_be_cleared() {
        start(Switch.EmptyValues.KEEP);
        createAda();
        JsonNode before = whole(AL);

        RawClient.Answer answer = client.send("PUT", AL, """
                {"email":"","vat":"","comments":"","locale":"","tags":[],"fax":{"area_code":""},"phone":{},
                 "address":{"street":""},"additional_data":{"birth_city":""},"extension_additional_data":[]}""");

        assertThat(answer.code()).isZero();
        assertThat(whole(AL)).isEqualTo(before);
    }

    @Test
    @Proves("update.name")
    void a_different_name_is_ignored_and_reported_and_the_same_name_is_not_reported() {
        createAda();

        RawClient.Answer same =
                client.send("PUT", AL, "{\"name\":{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\"}}");
        RawClient.Answer other = client.send("PUT", AL, "{\"name\":{\"last_name\":\"King\"},\"email\":\"a@b.c\"}");

        assertThat(same.ignored()).isEmpty();
        assertThat(other.code()).isZero();
        assertThat(other.ignored()).contains("name");
        assertThat(client.get(AL).data().path("name").path("last_name").stringValue())
                .isEqualTo("Lovelace");
    }

    @Test
    @Proves("update.name")
    void with_put_name_refuse_a_different_name_changes_nothing() {
        start(Switch.PutName.REFUSE);
        createAda();

        assertFault(client.send("PUT", AL, "{\"company_name\":\"King\",\"email\":\"a@b.c\"}"), 400, 900_402);
        assertThat(client.send("PUT", AL, "{\"name\":{\"first_name\":\"Ada\"}}").code())
                .isZero();

        assertThat(client.get(AL).data().path("email").stringValue()).isEqualTo("ada@example.com");
    }

    @Test
    @Proves({"update.handle", "input.told"})
    void a_different_handle_in_the_body_is_reported_and_one_of_a_wrong_type_changes_nothing() {
        createAda();

        assertThat(client.send("PUT", AL, "{\"handle\":\"XX123456-XX\",\"vat\":\"GB2\"}")
                        .ignored())
                .contains("handle");
        assertFault(client.send("PUT", AL, "{\"handle\":5,\"vat\":\"GB3\"}"), 400, 900_401);

        assertThat(client.get(AL).data().path("vat").stringValue()).isEqualTo("GB2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "REPLACE|CLEAR|{\"fax\":{}}|fax|~~",
                "REPLACE|KEEP|{\"fax\":{}}|fax|{\"country_code\":\"+44\",\"area_code\":\"20\",\"subscriber_number\":\"1\"}",
                "MERGE|CLEAR|{\"fax\":{}}|fax|{\"country_code\":\"+44\",\"area_code\":\"20\",\"subscriber_number\":\"1\"}",
                "REPLACE|CLEAR|{\"fax\":{\"country_code\":\"+1\",\"area_code\":\"\",\"subscriber_number\":\"2\"}}|fax|{\"country_code\":\"+1\",\"subscriber_number\":\"2\"}",
                "REPLACE|KEEP|{\"fax\":{\"country_code\":\"+1\",\"area_code\":\"\",\"subscriber_number\":\"2\"}}|fax|{\"country_code\":\"+1\",\"area_code\":\"20\",\"subscriber_number\":\"2\"}",
                "REPLACE|KEEP|{\"fax\":{\"country_code\":\"+1\",\"subscriber_number\":\"2\"}}|fax|{\"country_code\":\"+1\",\"subscriber_number\":\"2\"}",
                "MERGE|CLEAR|{\"fax\":{\"area_code\":\"\"}}|fax|{\"country_code\":\"+44\",\"subscriber_number\":\"1\"}",
                "MERGE|KEEP|{\"fax\":{\"area_code\":\"\",\"subscriber_number\":\"2\"}}|fax|{\"country_code\":\"+44\",\"area_code\":\"20\",\"subscriber_number\":\"2\"}",
                "REPLACE|CLEAR|{\"additional_data\":{\"birth_city\":\"\",\"vat\":\"1\"}}|additional_data|{\"vat\":\"1\"}",
                "REPLACE|KEEP|{\"additional_data\":{\"birth_city\":\"\",\"vat\":\"1\"}}|additional_data|{\"birth_city\":\"London\",\"vat\":\"1\"}",
                "MERGE|CLEAR|{\"additional_data\":{\"birth_city\":\"\",\"vat\":\"1\"}}|additional_data|{\"vat\":\"1\"}",
                "MERGE|KEEP|{\"additional_data\":{\"vat\":\"1\"}}|additional_data|{\"birth_city\":\"London\",\"vat\":\"1\"}",
            })
    @Proves({"update.section", "update.empty"})
    void two_switches_decide_about_missing_and_empty_members_of_a_section(
            Switch.PutSections sections, Switch.EmptyValues empty, String body, String section, String after) {
        start(Behaviour.defaults().with(sections).with(empty));
        createAda();

        assertThat(client.send("PUT", AL, body).code()).isZero();

        assertThat(whole(AL).path(section)).hasToString(after);
    }

    @Test
    @Proves("input.type")
    void a_wrong_type_is_400_also_with_empty_values_keep() {
        start(Switch.EmptyValues.KEEP);
        createAda();

        for (String body : List.of("{\"email\":[[[{}]]]}", "{\"address\":\"\"}", "{\"tags\":\"\"}", "{\"fax\":[]}")) {
            assertFault(client.send("PUT", AL, body), 400, 900_401);
        }
    }
}
