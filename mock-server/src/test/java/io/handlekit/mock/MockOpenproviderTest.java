package io.handlekit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.CustomerHandle;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockOpenproviderTest {
    private static final String ADA = """
            {"name":{"first_name":"Ada","last_name":"Lovelace"},"email":"ada@example.com","vat":"GB1",
             "address":{"street":"Dorset Street","number":"1","suffix":"b","zipcode":"W1U 4EG","city":"London","country":"GB"},
             "phone":{"country_code":"+44","area_code":"20","subscriber_number":"79460000"},
             "fax":{"country_code":"+44","area_code":"20","subscriber_number":"1"},
             "tags":[{"key":"customer","value":"VIP"}],"comments":"old","locale":"en_GB",
             "additional_data":{"birth_city":"London"},
             "extension_additional_data":[{"name":"us","data":{"nexus_category":"C11"}}]}""";
    private static final String AL = "/customers/AL900001-GB";

    private MockOpenprovider mock;
    private RawClient client;

    @BeforeEach
    void start() {
        mock = MockOpenprovider.start();
        client = new RawClient(mock);
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void it_listens_on_loopback_and_names_its_base_url() {
        assertThat(mock.baseUri().getHost()).isEqualTo("127.0.0.1");
        assertThat(mock.baseUri().getPath()).isEqualTo("/v1beta");
    }

    @Test
    void a_create_answers_the_documented_success() {
        RawClient.Answer answer = client.send("POST", "/customers", ADA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasToString("{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"AL900001-GB\"}}");
    }

    @Test
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
    void ids_ascend_over_all_letters() {
        client.send("POST", "/customers", ADA);
        client.send("POST", "/customers", ADA.replace("Ada", "Bob"));

        assertThat(client.get(AL).data().path("id").intValue()).isEqualTo(1);
        assertThat(client.get("/customers/BL900001-GB").data().path("id").intValue())
                .isEqualTo(2);
    }

    @Test
    void errors_come_one_at_a_time_lowest_code_first_with_http_500() {
        RawClient.Answer answer =
                client.send("POST", "/customers", "{\"email\":\"x\",\"name\":{\"first_name\":\"Ada\"}}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json()).hasToString("{\"desc\":\"Empty last name field!\",\"code\":105}");
        assertThat(mock.size()).isZero();
    }

    @Test
    void a_missing_or_empty_token_is_196() {
        for (String authorization : new String[] {"", "Bearer ", "Bearer", "Basic YTpi", "f106428d5016"}) {
            RawClient.Answer answer = client.send("POST", "/customers", BodyPublishers.ofString(ADA), authorization);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json()).hasToString("{\"desc\":\"Authentication/Authorization Failed\",\"code\":196}");
        }
        assertThat(mock.size()).isZero();
    }

    @Test
    void any_login_but_an_empty_one_gets_a_token() {
        RawClient.Answer answer =
                client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\",\"ip\":\"0.0.0.0\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().path("token").stringValue()).matches("[0-9a-f]{32}");
        assertThat(answer.data().path("reseller_id").isInt()).isTrue();
        assertThat(client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"\"}")
                        .code())
                .isEqualTo(196);
        assertThat(client.send("POST", "/auth/login", "{}").code()).isEqualTo(196);
    }

    @ParameterizedTest
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
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"\"}|145",
                "{\"address\":{}}|110",
                "{\"phone\":{}}|130",
                "{\"vat\":\"new\",\"address\":{\"street\":\"S\",\"zipcode\":\"1\",\"city\":\"C\"}}|120",
                "{\"vat\":\"new\",\"fax\":{\"country_code\":\"44\"}}|141",
            })
    void an_update_with_an_error_is_refused_whole(String body, int code) {
        client.send("POST", "/customers", ADA);
        var before = client.get(AL).data();

        assertThat(client.send("PUT", AL, body).code()).isEqualTo(code);

        assertThat(client.get(AL).data()).isEqualTo(before);
    }

    @Test
    void a_section_given_is_replaced_as_a_whole() {
        client.send("POST", "/customers", ADA);

        client.send("PUT", AL, "{\"address\":{\"street\":\"S\",\"zipcode\":\"1\",\"city\":\"C\",\"country\":\"FR\"}}");

        assertThat(client.get(AL).data().path("address"))
                .hasToString("{\"street\":\"S\",\"zipcode\":\"1\",\"city\":\"C\",\"country\":\"FR\"}");
    }

    @Test
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

    @ParameterizedTest
    @ValueSource(strings = {"ZZ999999-ZZ", "a%2Fb", "a%20b", "%2E%2E", "a;b", "%252B", "%5C", "%C3%89", "al900001-gb"})
    void an_unknown_handle_is_193_however_it_is_spelt(String handle) {
        client.send("POST", "/customers", ADA);

        for (RawClient.Answer answer : new RawClient.Answer[] {
            client.get("/customers/" + handle), client.send("PUT", "/customers/" + handle, "{\"email\":\"\"}")
        }) {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json())
                    .hasToString("{\"desc\":\"Handle is not recognized by the Openprovider system\",\"code\":193}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{\"a\":1}}", "{\"email\":\"x}", "{'a':1}", "\u0000"})
    void malformed_json_is_400(String body) {
        assertFault(client.send("POST", "/customers", body), 400, 900_400);
        assertFault(client.send("POST", "/auth/login", body), 400, 900_400);
    }

    @Test
    void json_nested_too_deep_is_malformed() {
        assertFault(client.send("POST", "/customers", "[".repeat(10_000) + "]".repeat(10_000)), 400, 900_400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "\"text\"",
                "5",
                "{\"email\":5}",
                "{\"name\":\"Ada\"}",
                "{\"address\":[]}",
                "{\"address\":\"\"}",
                "{\"phone\":{\"country_code\":44}}",
                "{\"tags\":{}}",
                "{\"tags\":[\"VIP\"]}",
                "{\"tags\":[{\"key\":true}]}",
                "{\"additional_data\":{\"birth_date\":19700101}}",
                "{\"additional_data\":{\"attached_files\":{}}}",
                "{\"extension_additional_data\":{}}",
                "{\"extension_additional_data\":[{\"name\":\"ru\",\"data\":[]}]}",
            })
    void a_member_of_another_type_is_400(String body) {
        assertFault(client.send("POST", "/customers", body), 400, 900_401);
    }

    @Test
    void a_wrong_type_is_named_by_its_path() {
        assertThat(client.send("POST", "/customers", "{\"tags\":[{},{\"key\":true}]}")
                        .json())
                .hasToString("{\"desc\":\"tags[1].key: a string is expected\",\"code\":900401}");
    }

    @Test
    void a_body_over_one_mebibyte_is_413_with_and_without_a_length() {
        String padding = "{\"comments\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}";

        assertFault(client.send("POST", "/customers", padding), 413, 900_413);
        assertFault(
                client.send(
                        "POST",
                        "/customers",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(padding.getBytes(StandardCharsets.UTF_8))),
                        "Bearer any"),
                413,
                900_413);
    }

    @Test
    void a_body_of_just_one_mebibyte_is_read() {
        String start = "{\"comments\":\"";
        String body = start + "x".repeat(1024 * 1024 - start.length() - 2) + "\"}";

        assertThat(client.send("POST", "/customers", body).code()).isEqualTo(102);
    }

    @Test
    void unknown_routes_are_404_and_wrong_methods_405() {
        assertFault(client.get("/nothing"), 404, 900_404);
        assertFault(client.get(""), 404, 900_404);
        assertFault(client.get("/customers/a/b"), 404, 900_404);
        assertFault(client.send("POST", "/customers/XX123456-XX", "{}"), 404, 900_404);
        assertFault(client.send("DELETE", "/customers", ""), 405, 900_405);
        assertFault(client.send("PATCH", "/customers", ""), 405, 900_405);
        assertFault(client.get("/auth/login"), 405, 900_405);
    }

    @Test
    void head_is_a_wrong_method_too() {
        client.send("POST", "/customers", ADA);

        assertThat(client.send("HEAD", AL, "").status()).isEqualTo(405);
        assertThat(mock.exchanges()).extracting(Exchange::method).containsExactly("POST", "HEAD");
    }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character() {
        client.send("POST", "/customers", ADA.replace("\"Ada\"", "\"A\\ud83d\""));

        assertThat(client.get(AL).data().path("name").path("first_name").stringValue())
                .isEqualTo("A\ufffd");
    }

    @Test
    void exchanges_are_noted_but_the_bodies_of_logins_are_not() {
        client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"s3cret\"}");
        client.send("POST", "/customers", ADA);
        client.get("/nothing");

        assertThat(mock.exchanges())
                .extracting(Exchange::method, Exchange::path, Exchange::status)
                .containsExactly(
                        tuple("POST", "/v1beta/auth/login", 200),
                        tuple("POST", "/v1beta/customers", 200),
                        tuple("GET", "/v1beta/nothing", 404));
        assertThat(mock.exchanges().get(0).requestBody()).isEmpty();
        assertThat(mock.exchanges().get(0).responseBody()).isEmpty();
        assertThat(mock.exchanges().get(1).requestBody()).isEqualTo(ADA);
        assertThat(mock.exchanges().get(1).responseBody()).contains("AL900001-GB");
        assertThat(mock.exchanges().toString()).doesNotContain("Lovelace");
    }

    @Test
    void reset_returns_to_the_start() {
        client.send("POST", "/customers", ADA);
        mock.reset();

        assertThat(mock.size()).isZero();
        assertThat(mock.exchanges()).isEmpty();
        assertThat(client.send("POST", "/customers", ADA).data().path("handle").stringValue())
                .isEqualTo("AL900001-GB");
        assertThat(client.get(AL).data().path("id").intValue()).isEqualTo(1);
    }

    @Test
    void the_documentation_s_customer_is_there_when_asked_for_and_after_a_reset() {
        try (MockOpenprovider other =
                MockOpenprovider.start(MockOptions.defaults().documentationCustomer(true))) {
            CustomerHandle handle = MockOpenprovider.DOCUMENTATION_HANDLE;
            assertThat(other.stored(handle)).map(customer -> customer.email()).contains("test@mail.tld");
            new RawClient(other).send("PUT", "/customers/XX123456-XX", "{\"email\":\"other@mail.tld\"}");
            assertThat(other.stored(handle)).map(customer -> customer.email()).contains("other@mail.tld");

            other.reset();

            assertThat(other.stored(handle)).map(customer -> customer.email()).contains("test@mail.tld");
        }
    }

    @Test
    void a_closed_mock_no_longer_listens_and_may_be_closed_again() {
        mock.close();
        mock.close();

        assertThatThrownBy(() -> client.get("/customers/XX123456-XX")).isInstanceOf(AssertionError.class);
    }

    private static void assertFault(RawClient.Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("desc").stringValue()).isNotEmpty().doesNotContain("Exception", "\tat ");
    }
}
