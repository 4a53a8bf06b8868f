package io.handlekit.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.internal.store.memory.MemoryStores;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.CustomerReader;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.ManualClock;
import io.handlekit.mock.testing.Proves;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The engine on a small store. */
class EngineTest {
    private static final Behaviour DEFAULTS = Behaviour.defaults();
    private static final byte[] JSON = ApiTest.ADA.getBytes(StandardCharsets.UTF_8);

    private final ManualClock clock = new ManualClock();
    private final MemoryStores stores = new MemoryStores(5_000, OptionalLong.empty());
    private final Engine engine = new Engine(clock, stores, new EmailVerifications(clock, stores.verifications()));

    private static NewCustomer ada() {
        return CustomerReader.create(Body.parse(JSON), null);
    }

    private CustomerHandle create() {
        return engine.create(DEFAULTS, ada(), Optional.of(JSON));
    }

    private List<CustomerHandle> fill() {
        List<CustomerHandle> created = new ArrayList<>();
        assertIsFull(() -> {
            while (true) {
                created.add(create());
            }
        });
        return created;
    }

    private static void assertIsFull(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        BadRequest.class, refused -> assertThat(refused.kind()).isEqualTo(BadRequest.Kind.FULL));
    }

    @Test
    @Proves("input.full")
    void a_mock_that_is_full_refuses_more_until_customers_are_deleted() {
        List<CustomerHandle> created = fill();

        assertThat(created).hasSizeBetween(3, 6);
        created.forEach(handle -> engine.delete(DEFAULTS, handle));
        assertThat(create()).isNotNull();
    }

    @Test
    void a_full_store_changes_no_customer() {
        CustomerHandle first = fill().get(0);
        CustomerChanges changes =
                CustomerChanges.builder().comments("x".repeat(5_000)).build();

        assertIsFull(() -> engine.update(DEFAULTS, first, stored -> CustomerUpdate.of(stored.sections(), changes)));

        assertThat(engine.get(DEFAULTS, first).customer().comments()).isEqualTo("old");
    }

    @Test
    void a_full_store_accepts_a_change_that_needs_no_more_memory() {
        CustomerHandle first = fill().get(0);

        CustomerChanges changes =
                CustomerChanges.builder().comments("new").tags(List.of()).build();

        engine.update(DEFAULTS, first, stored -> CustomerUpdate.of(stored.sections(), changes));

        assertThat(engine.get(DEFAULTS, first).customer().comments()).isEqualTo("new");
    }

    @Test
    void a_reset_that_cannot_store_its_start_fails_and_leaves_the_customers() {
        CustomerHandle created = create();
        stores.tags().add(new CustomerTag("customer", "VIP"));
        CustomerSeed tooLarge = CustomerSeed.read(
                ("[" + String.join(",", List.of(ApiTest.ADA, ApiTest.ADA, ApiTest.ADA, ApiTest.ADA, ApiTest.ADA)) + "]")
                        .getBytes(StandardCharsets.UTF_8));

        assertIsFull(() -> engine.reset(new StartingCustomers(DEFAULTS, true, Optional.of(tooLarge))));

        assertThat(engine.find(DEFAULTS, created)).isPresent();
        assertThat(stores.tags().list("", "")).hasSize(1);
    }

    @Test
    void a_reset_removes_tags_too() {
        stores.tags().add(new CustomerTag("customer", "VIP"));

        engine.reset(new StartingCustomers(DEFAULTS, false, Optional.empty()));

        assertThat(stores.tags().list("", "")).isEmpty();
    }
}
