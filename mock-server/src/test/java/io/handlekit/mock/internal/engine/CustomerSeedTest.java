package io.handlekit.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            `ADA`                                                  | `body: an array is expected (code 900401)`
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
}
