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
 * Creating once, in virtual time, whatever happens to the calls beneath and whoever calls, gives up and calls again.
 */
class CreateOnceProperties {
    private static final Reference REFERENCE = new Reference("order-4711");

    /** How late an effect and how slow a list may be together without the settle time of 30 s being too short. */
    private static final int LATEST_EFFECT = 20_000;

    private static final int SLOWEST_LIST = 9_900;

    /** A call so long after the start, given up so long after that if ever. */
    record Call(Duration at, Optional<Duration> givenUpAfter) {}

    /** What happens to the calls beneath, in their order. */
    record Accidents(List<CreateFault> creates, List<ReadFault> lists, Duration latency, Duration listLag) {}

    @Property
    void one_reference_never_has_two_customers(
            @ForAll("accidents") Accidents accidents, @ForAll("calls") List<Call> calls) {
        VirtualTime time = new VirtualTime();
        FakeCustomers service = new FakeCustomers(time);
        service.createFaults.addAll(accidents.creates());
        service.listFaults.addAll(accidents.lists());
        service.latency = accidents.latency();
        service.listLag = accidents.listLag();
        CreateOnce once = CreateOnce.builder(service).time(time, () -> 0.3).build();

        List<CompletableFuture<CustomerHandle>> outcomes = new ArrayList<>();
        for (Call call : calls) {
            time.in(call.at(), () -> outcomes.add(begin(once, time, call)));
        }
        time.passAll();

        List<CustomerHandle> there =
                service.stored().stream().map(Customer::handle).toList();
        assertThat(there).hasSizeLessThanOrEqualTo(1);
        assertThat(outcomes).hasSameSizeAs(calls).allSatisfy(outcome -> mustBe(there, outcome));
        assertThat(once.held()).isZero();
    }

    private static CompletableFuture<CustomerHandle> begin(CreateOnce once, VirtualTime time, Call call) {
        CompletableFuture<CustomerHandle> outcome =
                once.create(REFERENCE, Drafts.ADA).toCompletableFuture();
        call.givenUpAfter().ifPresent(patience -> time.in(patience, () -> outcome.cancel(true)));
        return outcome;
    }

    /** The one handle there is, or a failure of the port; or no end for a call that was given up at the end of time. */
    private static void mustBe(List<CustomerHandle> there, CompletableFuture<CustomerHandle> outcome) {
        assertThat(outcome).isDone();
        if (!outcome.isCompletedExceptionally()) {
            assertThat(there).containsExactly(outcome.join());
        } else if (!outcome.isCancelled()) {
            assertThat(outcome.handle((handle, failure) -> failure).join()).isInstanceOf(CustomersFailure.class);
        }
    }

    @Provide
    Arbitrary<Accidents> accidents() {
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
                .as(Accidents::new);
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
