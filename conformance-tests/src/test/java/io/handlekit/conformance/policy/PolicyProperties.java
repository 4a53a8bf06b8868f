package io.handlekit.conformance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.internal.texts.CustomerTexts;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidChanges;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.subjects.MockFixture;
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
import net.jqwik.api.lifecycle.AfterContainer;

/** The policies over the mock's engine, with any customers that the service accepts. */
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

    /** Nobody else has this e-mail address. */
    private static NewCustomer own(NewCustomer draft) {
        return draft.toBuilder().email(UUID.randomUUID() + "@example.com").build();
    }

    @Property(tries = 200)
    void who_was_created_once_is_found_by_the_reference_whatever_is_changed_afterwards(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        Reference reference = new Reference(UUID.randomUUID().toString());
        CustomerHandle handle =
                BlockingCustomers.await(CreateOnce.over(customers).create(reference, draft));

        new BlockingCustomers(CreateOnce.over(customers)).update(handle, changes);

        CreateOnce anotherProcess = CreateOnce.over(customers);
        assertThat(BlockingCustomers.await(anotherProcess.create(reference, draft)))
                .isEqualTo(handle);
        assertThat(blocking.get(handle).comments()).endsWith(changes.comments().over(draft.comments(), ""));
    }

    @Property(tries = 200)
    void a_customer_as_wanted_is_created_once_and_then_reused_or_kept(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        NewCustomer wanted = own(draft);
        Ensured created = ensure(Optional.empty(), wanted);

        assertThat(created.done()).isEqualTo(Done.CREATED);
        assertThat(ensure(Optional.empty(), wanted)).isEqualTo(new Ensured(created.handle(), Done.REUSED));
        assertThat(ensure(Optional.of(created.handle()), wanted)).isEqualTo(new Ensured(created.handle(), Done.KEPT));
    }

    @Property(tries = 200)
    void a_customer_of_the_same_name_becomes_as_wanted(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidCustomers.class) NewCustomer other) {
        CustomerHandle current = blocking.create(own(draft));
        NewCustomer wanted = own(other).toBuilder()
                .name(draft.name())
                .companyName(draft.companyName())
                .build();

        assertThat(ensure(Optional.of(current), wanted)).isEqualTo(new Ensured(current, Done.UPDATED));
        CustomerTexts.of(blocking.get(current)).verifyMatches(CustomerTexts.of(wanted));
        assertThat(ensure(Optional.of(current), wanted).done()).isEqualTo(Done.KEPT);
    }

    @Property(tries = 20)
    void a_walk_sees_all_whom_a_single_page_shows(@ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
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
