package io.handlekit.conformance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.implementations.MockFixture;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidChanges;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.internal.jqwik.TriesFactor;
import io.handlekit.conformance.internal.texts.CustomerTexts;
import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.customers.policy.Ensured;
import io.handlekit.customers.policy.Ensured.Done;
import io.handlekit.customers.policy.Reference;
import io.handlekit.customers.policy.ReuseHandle;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.PropagationMode;

/** The policies over the mock's engine, with any customers that the service accepts. */
@AddLifecycleHook(value = TriesFactor.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
class PolicyProperties {
    private static final MockFixture FIXTURE = MockFixture.inProcess();

    private final Customers customers = FIXTURE.customers();
    private final BlockingCustomers blocking = new BlockingCustomers(customers);
    private final ReuseHandle handles = ReuseHandle.over(customers);

    @AfterContainer
    static void close() {
        FIXTURE.close();
    }

    private Ensured ensure(Optional<CustomerHandle> current, NewCustomer wanted) {
        return BlockingCustomers.await(handles.ensure(current, wanted));
    }

    /** Gives the draft an e-mail address that no other customer has. */
    private static NewCustomer withUniqueEmail(NewCustomer draft) {
        return draft.toBuilder().email(UUID.randomUUID() + "@example.com").build();
    }

    @Property(tries = 100)
    void a_customer_created_once_is_found_by_its_reference_after_any_change(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        Reference reference = new Reference(UUID.randomUUID().toString());
        CustomerHandle handle =
                BlockingCustomers.await(CreateOnce.over(customers).create(reference, draft));

        new BlockingCustomers(CreateOnce.over(customers)).update(handle, changes);

        CreateOnce anotherProcess = CreateOnce.over(customers);
        assertThat(BlockingCustomers.await(anotherProcess.create(reference, draft)))
                .isEqualTo(handle);
        assertThat(blocking.get(handle).comments()).endsWith(changes.comments().applyTo(draft.comments(), ""));
    }

    @Property(tries = 100)
    void a_wanted_customer_is_created_once_and_then_reused_or_kept(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        NewCustomer wanted = withUniqueEmail(draft);
        Ensured created = ensure(Optional.empty(), wanted);

        assertThat(created.done()).isEqualTo(Done.CREATED);
        assertThat(ensure(Optional.empty(), wanted)).isEqualTo(new Ensured(created.handle(), Done.REUSED));
        assertThat(ensure(Optional.of(created.handle()), wanted)).isEqualTo(new Ensured(created.handle(), Done.KEPT));
    }

    @Property(tries = 100)
    void a_customer_of_the_same_name_is_updated_as_wanted(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidCustomers.class) NewCustomer other) {
        CustomerHandle current = blocking.create(withUniqueEmail(draft));
        NewCustomer wanted = withUniqueEmail(other).toBuilder()
                .name(draft.name())
                .companyName(draft.companyName())
                .build();

        assertThat(ensure(Optional.of(current), wanted)).isEqualTo(new Ensured(current, Done.UPDATED));
        CustomerTexts.of(blocking.get(current)).verifyMatches(CustomerTexts.of(wanted));
        assertThat(ensure(Optional.of(current), wanted).done()).isEqualTo(Done.KEPT);
    }

    @Property(tries = 5)
    void listing_page_by_page_finds_every_customer_of_a_single_page(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        blocking.create(draft);
        CustomerQuery query =
                CustomerQuery.all().ascending(CustomerQuery.Sort.ID).limit(CustomerQuery.MAX_LIMIT);

        assertThat(blocking.listAll(query.limit(7), 100_000)
                        .map(ListedCustomer::handle)
                        .limit(CustomerQuery.MAX_LIMIT))
                .isEqualTo(blocking.list(query).customers().stream()
                        .map(ListedCustomer::handle)
                        .toList());
    }
}
