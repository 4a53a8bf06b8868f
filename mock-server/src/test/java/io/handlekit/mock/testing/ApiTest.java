package io.handlekit.mock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A test with a mock, a plain client and a manual clock. The mock has default switches unless the test starts another. */
public abstract class ApiTest {
    public static final String ADA = """
            {"name":{"first_name":"Ada","last_name":"Lovelace"},"email":"ada@example.com","vat":"GB1",
             "address":{"street":"Dorset Street","number":"1","suffix":"b","zipcode":"W1U 4EG","city":"London","country":"GB"},
             "phone":{"country_code":"+44","area_code":"20","subscriber_number":"79460000"},
             "fax":{"country_code":"+44","area_code":"20","subscriber_number":"1"},
             "tags":[{"key":"customer","value":"VIP"}],"comments":"old","locale":"en_GB",
             "additional_data":{"birth_city":"London"},
             "extension_additional_data":[{"name":"us","data":{"nexus_category":"C11"}}]}""";
    public static final String AL = "/customers/AL900001-GB";

    public ManualClock clock = new ManualClock();
    public MockOpenprovider mock;
    public RawClient client;

    /** Returns the version that the client calls. */
    public ApiVersion version() {
        return ApiVersion.V1;
    }

    /** Returns the HTTP status that the called version has for this code. */
    public final int status(int code) {
        return version() == ApiVersion.V1BETA
                ? 500
                : switch (code) {
                    case 196 -> 401;
                    case 50, 10005 -> 429;
                    case 4005 -> 503;
                    default -> 400;
                };
    }

    @BeforeEach
    public void start() {
        start(Behaviour.defaults());
    }

    /** Replaces the mock by an empty one with this behaviour. */
    public final void start(Behaviour behaviour) {
        stop();
        mock = MockOpenprovider.start(
                MockOptions.defaults().behaviour(behaviour).clock(clock));
        client = new RawClient(mock.baseUri(version()));
    }

    public final void start(Switch value) {
        start(Behaviour.defaults().with(value));
    }

    @AfterEach
    public void stop() {
        if (mock != null) {
            mock.close();
        }
    }

    /** Creates a customer from Ada's body with one piece replaced. */
    public final RawClient.Answer create(String piece, String replacement) {
        assertThat(ADA).contains(piece);
        return client.send("POST", "/customers", ADA.replace(piece, replacement));
    }

    public final RawClient.Answer createAda() {
        return client.send("POST", "/customers", ADA);
    }

    /** Returns everything that a GET shows of a customer. */
    public final JsonNode whole(String path) {
        return client.get(path + "?with_additional_data=1").data();
    }

    public static void assertFault(RawClient.Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("desc").stringValue()).isNotEmpty().doesNotContain("Exception", "\tat ");
    }
}
