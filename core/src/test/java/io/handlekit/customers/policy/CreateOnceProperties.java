package io.handlekit.customers.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.policy.FakeCustomers.CreateFault;
import io.handlekit.customers.policy.FakeCustomers.ReadFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * {@link CreateOnce} in virtual time, whatever happens to the underlying calls, and however callers cancel and repeat.
 */
class CreateOnceProperties {
    private static final Reference REFERENCE = new Reference("order-4711");

    /** The maximum delay of effect and list together if a settle time of 30 s is to be enough. */
    private static final int LATEST_EFFECT = 20_000;

    private static final int SLOWEST_LIST = 9_900;

    /** A call at a time after the start, and after how long it is cancelled, if at all. */
    record Call(Duration at, Optional<Duration> cancelledAfter) {}

    /** The faults of the underlying calls, in order. */
    record Faults(List<CreateFault> creates, List<ReadFault> lists, Duration latency, Duration listLag) {}

    @Property
    void one_reference_never_has_two_customers(@ForAll("faults") Faults faults, @ForAll("calls") List<Call> calls) {
        VirtualTime time = new VirtualTime();
        FakeCustomers service = new FakeCustomers(time);
        service.createFaults.addAll(faults.creates());
        service.listFaults.addAll(faults.lists());
        service.latency = faults.latency();
        service.listLag = faults.listLag();
        CreateOnce once = CreateOnce.builder(service).time(time, () -> 0.3).build();

        List<CompletableFuture<CustomerHandle>> outcomes = new ArrayList<>();
        for (Call call : calls) {
            time.in(call.at(), () -> outcomes.add(startCreate(once, time, call)));
        }
        time.passAll();

        List<CustomerHandle> existing =
                service.stored().stream().map(Customer::handle).toList();
        assertThat(existing).hasSizeLessThanOrEqualTo(1);
        assertThat(outcomes).hasSameSizeAs(calls).allSatisfy(outcome -> assertOutcome(existing, outcome));
        assertThat(once.activeReferences()).isZero();
    }

    private static CompletableFuture<CustomerHandle> startCreate(CreateOnce once, VirtualTime time, Call call) {
        CompletableFuture<CustomerHandle> outcome =
                once.create(REFERENCE, Drafts.ADA).toCompletableFuture();
        call.cancelledAfter().ifPresent(delay -> time.in(delay, () -> outcome.cancel(true)));
        return outcome;
    }

    /** The outcome is the handle of the only customer, a failure of the port, or cancelled. */
    private static void assertOutcome(List<CustomerHandle> existing, CompletableFuture<CustomerHandle> outcome) {
        assertThat(outcome).isDone();
        if (!outcome.isCompletedExceptionally()) {
            assertThat(existing).containsExactly(outcome.join());
        } else if (!outcome.isCancelled()) {
            assertThat(outcome.handle((handle, failure) -> failure).join()).isInstanceOf(CustomersFailure.class);
        }
    }

    @Provide
    Arbitrary<Faults> faults() {
        Arbitrary<Duration> late = millis(LATEST_EFFECT);
        Arbitrary<CreateFault> create = Arbitraries.oneOf(
                Arbitraries.just(new CreateFault.Refused()),
                Arbitraries.just(new CreateFault.Lost()),
                late.map(CreateFault.Late::new),
                late.map(CreateFault.Late::new));
        return Combinators.combine(
                        create.list().ofMaxSize(5),
                        Arbitraries.of(ReadFault.values()).list().ofMaxSize(12),
                        Arbitraries.oneOf(Arbitraries.just(Duration.ZERO), millis(3_000)),
                        Arbitraries.oneOf(Arbitraries.just(Duration.ZERO), millis(SLOWEST_LIST)))
                .as(Faults::new);
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        return Combinators.combine(millis(120_000), millis(40_000).optional(0.4))
                .as(Call::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<Duration> millis(int most) {
        return Arbitraries.integers().between(0, most).map(Duration::ofMillis);
    }
}
