package io.handlekit.customers.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Ambiguous;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.Finding;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.policy.Ensured.Done;
import io.handlekit.customers.policy.FakeCustomers.CreateFault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@link CreateOnce#ensure}: update or reuse a handle, and create at most one customer for the reference. */
class EnsureOnceTest {
    private static final Reference REFERENCE = new Reference("order-4711");
    private static final NewCustomer ADA = Drafts.ADA;
    private static final NewCustomer RENAMED =
            ADA.toBuilder().name(PersonName.of("Ada", "King")).build();

    private final VirtualTime time = new VirtualTime();
    private final FakeCustomers service = new FakeCustomers(time);
    private final CreateOnce once =
            CreateOnce.builder(service).time(time, () -> 1).build();

    private CompletableFuture<Ensured> start(
            Reference reference, Optional<CustomerHandle> current, NewCustomer wanted) {
        service.calls.clear();
        CompletableFuture<Ensured> outcome =
                once.ensure(reference, current, wanted).toCompletableFuture();
        time.passAll();
        assertThat(outcome).isDone();
        return outcome;
    }

    private Ensured ensure(Optional<CustomerHandle> current, NewCustomer wanted) {
        return start(REFERENCE, current, wanted).join();
    }

    private CustomersFailure failure(Optional<CustomerHandle> current, NewCustomer wanted) {
        return (CustomersFailure) start(REFERENCE, current, wanted)
                .handle((ensured, failure) -> failure)
                .join();
    }

    @Test
    void a_new_customer_is_created_with_the_marker_of_the_reference() {
        Ensured created = ensure(Optional.empty(), ADA);

        assertThat(created.done()).isEqualTo(Done.CREATED);
        assertThat(service.stored(created.handle()).comments()).isEqualTo("[handlekit-ref: order-4711]");
    }

    @Test
    void a_repeated_call_reuses_the_customer_of_the_reference_and_updates_it_where_it_differs() {
        CustomerHandle created = ensure(Optional.empty(), ADA).handle();
        NewCustomer moved = ADA.toBuilder().email("ada@example.org").build();

        assertThat(ensure(Optional.empty(), ADA)).isEqualTo(new Ensured(created, Done.REUSED));
        assertThat(ensure(Optional.empty(), moved)).isEqualTo(new Ensured(created, Done.UPDATED));
        assertThat(service.stored(created).email()).isEqualTo("ada@example.org");
        assertThat(service.stored(created).comments()).isEqualTo("[handlekit-ref: order-4711]");
        assertThat(service.stored()).hasSize(1);
    }

    @Test
    void a_create_that_took_effect_late_is_found_and_not_repeated() {
        service.createFaults.add(new CreateFault.Late(Duration.ofSeconds(20)));
        CustomerHandle current = service.put(ADA, false);

        Ensured ensured = ensure(Optional.of(current), RENAMED);
        assertThat(ensured.done()).isEqualTo(Done.CREATED);
        assertThat(ensure(Optional.of(current), RENAMED)).isEqualTo(new Ensured(ensured.handle(), Done.REUSED));
        assertThat(service.stored()).hasSize(2);
    }

    @Test
    void a_current_customer_of_the_same_name_is_kept_or_updated_without_a_search() {
        CustomerHandle current = service.put(ADA, false);

        assertThat(ensure(Optional.of(current), ADA)).isEqualTo(new Ensured(current, Done.KEPT));
        assertThat(service.calls).containsExactly("get");
        assertThat(ensure(Optional.of(current), ADA.toBuilder().vat("GB1").build()))
                .isEqualTo(new Ensured(current, Done.UPDATED));
    }

    @Test
    void an_equal_customer_without_the_reference_is_reused() {
        CustomerHandle equal = service.put(ADA, false);

        assertThat(ensure(Optional.empty(), ADA)).isEqualTo(new Ensured(equal, Done.REUSED));
    }

    @Test
    void a_renamed_customer_needs_a_reference_of_its_own() {
        CustomerHandle current = ensure(Optional.empty(), ADA).handle();

        assertThat(failure(Optional.of(current), RENAMED))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.findings().errors())
                                .extracting(Finding::path)
                                .containsExactly("name"))
                .hasMessageContaining("another reference");
        assertThat(service.stored()).hasSize(1);
        assertThat(start(new Reference("order-4711/renamed"), Optional.of(current), RENAMED)
                        .join()
                        .done())
                .isEqualTo(Done.CREATED);
    }

    @Test
    void an_unknown_current_handle_fails_unless_the_caller_lets_it_be_replaced() {
        Optional<CustomerHandle> never = Optional.of(new CustomerHandle("ZZ000000-ZZ"));

        assertThat(failure(never, ADA)).isInstanceOf(UnknownHandle.class);
        assertThat(service.stored()).isEmpty();
        assertThat(once.ensureOrReplace(REFERENCE, never, ADA).toCompletableFuture())
                .isCompletedWithValueMatching(ensured -> ensured.done() == Done.CREATED);
    }

    @Test
    void several_customers_with_the_reference_are_ambiguous() {
        NewCustomer marked =
                ADA.toBuilder().comments("[handlekit-ref: order-4711]").build();
        service.put(marked, false);
        service.put(marked, false);

        assertThat(failure(Optional.empty(), ADA)).isInstanceOf(Ambiguous.class);
    }

    @Test
    void an_invalid_customer_fails_before_anything_is_sent() {
        assertThat(failure(Optional.empty(), ADA.toBuilder().email("").build())).isInstanceOf(Invalid.class);
        assertThat(service.calls).isEmpty();
    }

    @Test
    void a_rule_that_turns_out_wrong_can_be_overridden() {
        NewCustomer odd = ADA.toBuilder().email("").build();
        CreateOnce accepting = CreateOnce.builder(service)
                .time(time, () -> 1)
                .acceptFindings(finding -> finding.code() == 145)
                .build();

        assertThat(accepting.ensure(REFERENCE, Optional.empty(), odd).toCompletableFuture())
                .isCompletedWithValueMatching(ensured -> ensured.done() == Done.CREATED);
        assertThat(accepting.create(new Reference("order-2"), odd).toCompletableFuture())
                .isCompleted();
        assertThat(service.stored()).hasSize(2);
    }

    @Test
    void only_null_is_refused_by_an_exception() {
        assertThatNullPointerException().isThrownBy(() -> once.ensure(null, Optional.empty(), ADA));
        assertThatNullPointerException().isThrownBy(() -> once.ensure(REFERENCE, null, ADA));
        assertThatNullPointerException().isThrownBy(() -> once.ensure(REFERENCE, Optional.empty(), null));
    }
}
