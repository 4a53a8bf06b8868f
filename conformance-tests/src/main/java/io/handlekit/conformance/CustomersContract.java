package io.handlekit.conformance;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.Finding;
import io.handlekit.customers.NewCustomer;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What every implementation of {@link io.handlekit.customers.Customers} owes its callers, as properties. Implement this
 * interface in a test class, fill its one hole, and run it with jqwik; {@link CustomersFixture} has an example.
 *
 * <p>Each rule has an id, by which the port's documentation refers to it.
 */
public interface CustomersContract {
    /** How often each rule is tried. */
    int TRIES = 100;

    /** The implementation under proof. Called once or more for each try. */
    CustomersFixture fixture();

    /** A handle is two letters, six digits or more, a hyphen and the country (rule C01). */
    @Property(tries = TRIES)
    default void C01_a_valid_customer_gets_a_well_formed_handle(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle handle = create(draft);

        String country = draft.address().country();
        if (!handle.value().matches("[A-Z]{2}[0-9]{6,}-" + country)) {
            throw new AssertionError(
                    "a handle is two letters, digits, a hyphen and the country, here " + country + ": " + handle);
        }
    }

    /** Nothing is lost, swapped, trimmed, re-spelt or made up on the way there and back (rule C02). */
    @Property(tries = TRIES)
    default void C02_what_was_created_is_what_is_read_back(@ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle handle = create(draft);

        Customer customer = get(handle);
        mustBeEqual(handle, customer.handle(), "the handle of the customer read back");
        Leaves.of(customer).mustBe(Leaves.of(draft));
    }

    /** Sections set or cleared are as asked for; all others are as they were (rule C03). */
    @Property(tries = TRIES)
    default void C03_an_update_changes_exactly_the_sections_given(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        CustomerHandle handle = create(draft);
        Leaves before = Leaves.of(get(handle));

        update(handle, changes);

        Leaves.of(get(handle)).mustBe(before.after(changes));
    }

    /** Whatever is changed, name, company name and handle stay (rule C04). */
    @Property(tries = TRIES)
    default void C04_the_name_survives_every_update(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        CustomerHandle handle = create(draft);
        String fullName = get(handle).fullName();

        update(handle, changes);

        Customer customer = get(handle);
        mustBeEqual(handle, customer.handle(), "the handle after an update");
        mustBeEqual(draft.name(), customer.name(), "the name after an update");
        mustBeEqual(draft.companyName(), customer.companyName(), "the company name after an update");
        mustBeEqual(fullName, customer.fullName(), "the full name after an update");
    }

    /** All errors are found at once, and nothing is sent (rule C05). */
    @Property(tries = TRIES)
    default void C05_an_invalid_draft_fails_with_all_its_errors_and_sends_nothing(
            @ForAll(supplier = BrokenDrafts.class) BrokenDraft broken) {
        OptionalLong before = fixture().callsReceived();

        Invalid invalid =
                Outcome.of(() -> fixture().customers().create(broken.draft())).failure(Invalid.class);

        mustBeEqual(broken.codes(), codes(invalid), "the codes of the errors");
        mustBeEqual(before, fixture().callsReceived(), "the calls that reached the service");
    }

    /**
     * Invalid changes fail with all their errors, are not sent, and leave the customer as it was; all the same whether
     * the handle is known or not (rule C06).
     */
    @Property(tries = TRIES)
    default void C06_invalid_changes_fail_with_all_their_errors_and_change_nothing(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = BrokenChanges.class) BrokenDraft broken) {
        CustomerHandle handle = create(draft);
        Customer before = get(handle);
        OptionalLong callsBefore = fixture().callsReceived();

        for (CustomerHandle any : List.of(handle, fixture().unknownHandle())) {
            Invalid invalid = Outcome.of(() -> fixture().customers().update(any, broken.changes()))
                    .failure(Invalid.class);
            mustBeEqual(broken.codes(), codes(invalid), "the codes of the errors");
        }

        mustBeEqual(callsBefore, fixture().callsReceived(), "the calls that reached the service");
        mustBeEqual(before, get(handle), "the customer after a refused update");
    }

    /** A handle that was never issued is unknown, to a read and to an update (rule C07). */
    @Property(tries = TRIES)
    default void C07_an_unknown_handle_fails_as_such(@ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        CustomerHandle unknown = fixture().unknownHandle();

        for (Outcome<?> outcome : List.of(
                Outcome.of(() -> fixture().customers().get(unknown)),
                Outcome.of(() -> fixture().customers().update(unknown, changes)))) {
            UnknownHandle failure = outcome.failure(UnknownHandle.class);
            mustBeEqual(unknown, failure.handle(), "the handle that is not known");
            mustBeEqual(false, failure.mayHaveTakenEffect(), "whether it may have taken effect");
        }
    }

    /** The service cannot tell a repeated call from a second customer, and the port does not pretend to (rule C08). */
    @Property(tries = TRIES)
    default void C08_the_same_draft_twice_makes_two_handles(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle first = create(draft);
        CustomerHandle second = create(draft);

        if (first.equals(second)) {
            throw new AssertionError("two calls, and one handle: " + first);
        }
    }

    /** Customers for the rules. */
    final class ValidCustomers implements ArbitrarySupplier<NewCustomer> {
        @Override
        public Arbitrary<NewCustomer> get() {
            return CustomerArbitraries.newCustomers();
        }
    }

    /** Changes for the rules. */
    final class ValidChanges implements ArbitrarySupplier<CustomerChanges> {
        @Override
        public Arbitrary<CustomerChanges> get() {
            return CustomerArbitraries.changes();
        }
    }

    /** Drafts with errors for the rules. */
    final class BrokenDrafts implements ArbitrarySupplier<BrokenDraft> {
        @Override
        public Arbitrary<BrokenDraft> get() {
            return BrokenDraft.arbitrary();
        }
    }

    /** Drafts with errors in what an update can set. */
    final class BrokenChanges implements ArbitrarySupplier<BrokenDraft> {
        @Override
        public Arbitrary<BrokenDraft> get() {
            return BrokenDraft.outsideTheName();
        }
    }

    private CustomerHandle create(NewCustomer draft) {
        return Outcome.of(() -> fixture().customers().create(draft)).value();
    }

    private void update(CustomerHandle handle, CustomerChanges changes) {
        Outcome.of(() -> fixture().customers().update(handle, changes)).mustSucceed();
    }

    private Customer get(CustomerHandle handle) {
        return Outcome.of(() -> fixture().customers().get(handle)).value();
    }

    private static Set<Integer> codes(Invalid invalid) {
        return invalid.findings().errors().stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void mustBeEqual(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + ", but it is " + actual);
        }
    }
}
