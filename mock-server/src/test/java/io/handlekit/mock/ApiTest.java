package io.handlekit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A mock, a plain client and a clock for each test; the mock has every switch at its default unless started anew. */
abstract class ApiTest {
    static final String ADA = """
            {"name":{"first_name":"Ada","last_name":"Lovelace"},"email":"ada@example.com","vat":"GB1",
             "address":{"street":"Dorset Street","number":"1","suffix":"b","zipcode":"W1U 4EG","city":"London","country":"GB"},
             "phone":{"country_code":"+44","area_code":"20","subscriber_number":"79460000"},
             "fax":{"country_code":"+44","area_code":"20","subscriber_number":"1"},
             "tags":[{"key":"customer","value":"VIP"}],"comments":"old","locale":"en_GB",
             "additional_data":{"birth_city":"London"},
             "extension_additional_data":[{"name":"us","data":{"nexus_category":"C11"}}]}""";
    static final String AL = "/customers/AL900001-GB";

    ManualClock clock = new ManualClock();
    MockOpenprovider mock;
    RawClient client;

    @BeforeEach
    void start() {
        start(Behaviour.defaults());
    }

    /** Starts an empty mock in place of the one there is. */
    final void start(Behaviour behaviour) {
        stop();
        mock = MockOpenprovider.start(
                MockOptions.defaults().behaviour(behaviour).clock(clock));
        client = new RawClient(mock);
    }

    final void start(Switch value) {
        start(Behaviour.defaults().with(value));
    }

    @AfterEach
    void stop() {
        if (mock != null) {
            mock.close();
        }
    }

    /** Creates a customer from Ada's body with one piece replaced. */
    final RawClient.Answer create(String piece, String replacement) {
        assertThat(ADA).contains(piece);
        return client.send("POST", "/customers", ADA.replace(piece, replacement));
    }

    final RawClient.Answer createAda() {
        return client.send("POST", "/customers", ADA);
    }

    /** All that there is to see of a customer. */
    final JsonNode whole(String path) {
        return client.get(path + "?with_additional_data=1").data();
    }

    static void assertFault(RawClient.Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("desc").stringValue()).isNotEmpty().doesNotContain("Exception", "\tat ");
    }
}
