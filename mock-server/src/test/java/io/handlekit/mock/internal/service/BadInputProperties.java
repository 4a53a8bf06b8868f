package io.handlekit.mock.internal.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Customer;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.testing.RawClient;
import java.net.http.HttpRequest.BodyPublishers;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Arbitrary bodies: the answer is an envelope, the mock does not fail, and no customer changes. */
class BadInputProperties {
    private static final MockOpenprovider MOCK =
            MockOpenprovider.start(MockOptions.defaults().documentationCustomer(true));
    private static final RawClient CLIENT = new RawClient(MOCK);
    private static final Customer BEFORE =
            MOCK.stored(MockOpenprovider.DOCUMENTATION_HANDLE).orElseThrow();
    private static final String VALID = """
            {"name":{"first_name":"Ada","last_name":"Lovelace"},"email":"ada@example.com","vat":null,
             "address":{"street":"Dorset Street","zipcode":"W1U 4EG","city":"London","country":"GB"},
             "phone":{"country_code":"+44","area_code":"20","subscriber_number":"79460000"},
             "tags":[{"key":"customer","value":"VIP"}],"additional_data":{"birth_city":"London","attached_files":[{}]},
             "extension_additional_data":[{"name":"us","data":{"nexus_category":"C11"}}]}""";

    @AfterContainer
    static void close() {
        MOCK.close();
    }

    @Property(tries = 300)
    void arbitrary_bytes_change_nothing(@ForAll byte[] body) {
        RawClient.Answer answer = send("PUT", "/customers/XX123456-XX", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isIn(900_400, 900_401);
        assertThat(MOCK.stored(MockOpenprovider.DOCUMENTATION_HANDLE)).contains(BEFORE);
    }

    @Property(tries = 1_000)
    void a_valid_body_broken_in_one_place_gets_an_answer(@ForAll("spoilt") byte[] body) {
        RawClient.Answer answer = send("POST", "/customers", body);

        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.json().path("code").isInt()).isTrue();
        assertThat(answer.code()).isNotEqualTo(900_500);
        assertThat(MOCK.stored(MockOpenprovider.DOCUMENTATION_HANDLE)).contains(BEFORE);
    }

    private static RawClient.Answer send(String method, String path, byte[] body) {
        return CLIENT.send(method, path, BodyPublishers.ofByteArray(body), "Bearer any");
    }

    /** Replaces one piece of the valid body by something strange. */
    @Provide
    Arbitrary<byte[]> spoilt() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, VALID.length());
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 12);
        Arbitrary<String> strange = Arbitraries.of(
                "",
                "null",
                "[]",
                "{}",
                "\"",
                "\\u0000",
                "\\ud800",
                "1e999999",
                "true",
                ",",
                "[[[[",
                "\u0000",
                "é",
                "//");
        return Combinators.combine(places, lengths, strange)
                .as((place, length, text) ->
                        VALID.substring(0, place) + text + VALID.substring(Math.min(VALID.length(), place + length)))
                .map(text -> text.getBytes(UTF_8));
    }
}
