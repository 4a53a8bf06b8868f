package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.base.ForwardClock;
import io.handlekit.mock.internal.engine.Access;
import io.handlekit.mock.internal.engine.CurrentBehaviour;
import io.handlekit.mock.internal.engine.EmailVerifications;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.engine.ResetLock;
import io.handlekit.mock.internal.engine.StartingCustomers;
import io.handlekit.mock.internal.faults.ActiveFaults;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.store.CustomerStore;
import io.handlekit.mock.internal.store.StoreUnavailable;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.internal.store.memory.MemoryStores;
import io.handlekit.mock.testing.ManualClock;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Resets and counts of a mock whose store goes away in the middle. */
class MockResetTest {
    private static final Behaviour CHANGED = Behaviour.defaults().with(Switch.Token.ISSUED);

    private final Stores memory = new MemoryStores(100_000, OptionalLong.empty());
    private final CurrentBehaviour behaviour = new CurrentBehaviour(CHANGED);
    private final ForwardClock clock = new ForwardClock(new ManualClock());
    private final Journal journal = new Journal(true, 10_000);
    private final ActiveFaults faults = new ActiveFaults(memory.tokens(), List.of());

    @Test
    void a_reset_that_the_store_refuses_changes_nothing_in_the_mock() {
        MockReset reset = reset(failing(Stores.class, memory, "reset"));
        clock.forward(Duration.ofDays(2));
        faults.armed().add(List.of(Fault.silence()));

        assertThatThrownBy(reset::all).isInstanceOf(StoreUnavailable.class);

        assertThat(behaviour.get()).isSameAs(CHANGED);
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(2));
        assertThat(faults.armed().all()).hasSize(1);
    }

    @Test
    void a_reset_puts_everything_back() {
        MockReset reset = reset(memory);
        clock.forward(Duration.ofDays(2));
        faults.armed().add(List.of(Fault.silence()));

        reset.all();

        assertThat(behaviour.get()).isEqualTo(Behaviour.defaults());
        assertThat(clock.ahead()).isZero();
        assertThat(faults.armed().all()).isEmpty();
        assertThat(memory.customers().count()).isEqualTo(1);
    }

    @Test
    void the_counts_after_an_effect_leave_out_the_customers_while_the_store_does_not_answer() {
        CustomerStore customers = failing(CustomerStore.class, memory.customers(), "count");
        Stores stores = proxy(Stores.class, memory, "customers", customers);

        byte[] counts = ControlRoutes.counts(engine(stores), journal).body();

        assertThat(new String(counts, StandardCharsets.UTF_8)).isEqualTo("{\"exchanges\":0,\"dropped\":0}");
    }

    private Engine engine(Stores stores) {
        return new Engine(clock, stores, new EmailVerifications(clock, stores.verifications()));
    }

    private MockReset reset(Stores stores) {
        return new MockReset(
                new ResetLock(),
                new StartingCustomers(Behaviour.defaults(), true, Optional.empty()),
                behaviour,
                clock,
                new Access(clock, stores.tokens()),
                engine(stores),
                faults,
                journal);
    }

    /** Returns an object with one method that finds the database away. */
    private static <T> T failing(Class<T> type, T whole, String method) {
        return proxy(type, whole, method, new StoreUnavailable("away", new TimeoutException()));
    }

    /** Returns an object with one method that returns or throws something else. */
    private static <T> T proxy(Class<T> type, T whole, String method, Object instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        return called.invoke(whole, arguments);
                    }
                    if (instead instanceof RuntimeException failure) {
                        throw failure;
                    }
                    return instead;
                }));
    }
}
