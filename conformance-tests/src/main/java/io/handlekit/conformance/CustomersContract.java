package io.handlekit.conformance;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.internal.texts.CustomerTexts;
import io.handlekit.conformance.customers.ListingRules;
import io.handlekit.conformance.customers.PrivacyRules;
import io.handlekit.conformance.customers.ProgramRules;
import io.handlekit.conformance.internal.jqwik.ReportedSkips;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.BrokenChanges;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.BrokenDrafts;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidChanges;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.internal.jqwik.StopShrinking;
import io.handlekit.conformance.internal.jqwik.TriesFactor;
import io.handlekit.conformance.customers.WaitingRules;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.check.Outcome;
import io.handlekit.conformance.internal.check.Subject;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.NewCustomer;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * What every implementation of {@link Customers} owes its callers, as properties. Implement this interface in a test
 * class, fill its one hole, and run it with jqwik; {@link CustomersFixture} has an example.
 *
 * <p>Each rule has an id, by which the port's documentation refers to it. Those about lists stand in {@link
 * ListingRules}, the one about waiting in {@link WaitingRules}, those about whole programs in {@link
 * ProgramRules}, and the one about what failures show in {@link PrivacyRules}. Rules that ask for what the
 * fixture does not offer are reported as skipped.
 *
 * <p>The system property {@code handlekit.tries.factor} multiplies how often they are tried.
 */
@AddLifecycleHook(value = ReportedSkips.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@AddLifecycleHook(value = StopShrinking.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@AddLifecycleHook(value = TriesFactor.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public interface CustomersContract extends ListingRules, WaitingRules, ProgramRules, PrivacyRules {
    /** How often each rule is tried. */
    int TRIES = 100;

    @Override
    CustomersFixture fixture();

    /** A handle is two letters, six digits or more, a hyphen and the country (rule C01). */
    @Property(tries = TRIES)
    default void C01_a_valid_customer_gets_a_well_formed_handle(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle handle = subject().create(draft);

        String country = draft.address().country();
        if (!handle.value().matches("[A-Z]{2}[0-9]{6,}-" + country)) {
            throw new AssertionError(
                    "a handle is two letters, digits, a hyphen and the country, here " + country + ": " + handle);
        }
    }

    /** Nothing is lost, swapped, trimmed, re-spelt or made up on the way there and back (rule C02). */
    @Property(tries = TRIES)
    default void C02_what_was_created_is_what_is_read_back(@ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle handle = subject().create(draft);

        Customer customer = subject().get(handle);
        Check.equal(handle, customer.handle(), "the handle of the customer read back");
        CustomerTexts.of(customer).verifyMatches(CustomerTexts.of(draft));
    }

    /** Sections set or cleared are as asked for; all others are as they were (rule C03). */
    @Property(tries = TRIES)
    default void C03_an_update_changes_exactly_the_sections_given(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        CustomerHandle handle = subject().create(draft);
        CustomerTexts before = CustomerTexts.of(subject().get(handle));

        subject().update(handle, changes);

        CustomerTexts.of(subject().get(handle)).verifyMatches(before.after(changes));
    }

    /** Whatever is changed, name, company name and handle stay (rule C04). */
    @Property(tries = TRIES)
    default void C04_the_name_survives_every_update(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        CustomerHandle handle = subject().create(draft);
        String fullName = subject().get(handle).fullName();

        subject().update(handle, changes);

        Customer customer = subject().get(handle);
        Check.equal(handle, customer.handle(), "the handle after an update");
        Check.equal(draft.name(), customer.name(), "the name after an update");
        Check.equal(draft.companyName(), customer.companyName(), "the company name after an update");
        Check.equal(fullName, customer.fullName(), "the full name after an update");
    }

    /** All errors are found at once, and nothing is sent (rule C05). */
    @Property(tries = TRIES)
    default void C05_an_invalid_draft_fails_with_all_its_errors_and_sends_nothing(
            @ForAll(supplier = BrokenDrafts.class) BrokenDraft broken) {
        OptionalLong before = fixture().callsReceived();

        Invalid invalid =
                Outcome.of(() -> fixture().customers().create(broken.draft())).failure(Invalid.class);

        Check.equal(broken.errors(), BrokenDraft.errors(invalid.findings()), "the errors by path");
        Check.equal(before, fixture().callsReceived(), "the calls that reached the service");
    }

    /**
     * Invalid changes fail with all their errors, are not sent, and leave the customer as it was; all the same whether
     * the handle is known or not (rule C06).
     */
    @Property(tries = TRIES)
    default void C06_invalid_changes_fail_with_all_their_errors_and_change_nothing(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = BrokenChanges.class) BrokenDraft broken) {
        CustomerHandle handle = subject().create(draft);
        Customer before = subject().get(handle);
        OptionalLong callsBefore = fixture().callsReceived();

        for (CustomerHandle any : List.of(handle, fixture().unknownHandle())) {
            Invalid invalid = Outcome.of(() -> fixture().customers().update(any, broken.changes()))
                    .failure(Invalid.class);
            Check.equal(broken.errors(), BrokenDraft.errors(invalid.findings()), "the errors by path");
        }

        Check.equal(callsBefore, fixture().callsReceived(), "the calls that reached the service");
        Check.equal(before, subject().get(handle), "the customer after a refused update");
    }

    /** A handle that was never issued is unknown, to a read and to an update, however like another it is (rule C07). */
    @Property(tries = TRIES)
    default void C07_an_unknown_handle_fails_as_such(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        String known = subject().create(draft).value();

        verifyUnknown(fixture().unknownHandle(), changes);
        verifyUnknown(new CustomerHandle(known.substring(0, known.lastIndexOf('-')) + "-ZZ"), changes);
    }

    /** The service cannot tell a repeated call from a second customer, and the port does not pretend to (rule C08). */
    @Property(tries = TRIES)
    default void C08_the_same_draft_twice_makes_two_handles(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle first = subject().create(draft);
        CustomerHandle second = subject().create(draft);

        if (first.equals(second)) {
            throw new AssertionError("two calls, and one handle: " + first);
        }
    }

    /** Unknown to a read, an update and another delete, while its twin is as it was (rule C09). */
    @Property(tries = TRIES)
    default void C09_a_deleted_customer_is_unknown_from_then_on_and_no_other_is(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        CustomerHandle handle = subject().create(draft);
        CustomerHandle twin = subject().create(draft);
        Customer before = subject().get(twin);

        subject().delete(handle);

        verifyUnknown(handle, changes);
        mustNotDelete(handle);
        Check.equal(before, subject().get(twin), "the twin of a deleted customer");
    }

    /** A handle that was never issued is unknown, to a delete too (rule C10). */
    @Property(tries = 1)
    default void C10_deleting_an_unknown_handle_fails_as_such() {
        mustNotDelete(fixture().unknownHandle());
    }

    private Subject subject() {
        return new Subject(fixture().customers());
    }

    private void verifyUnknown(CustomerHandle handle, CustomerChanges changes) {
        Customers customers = fixture().customers();
        Outcome.of(() -> customers.get(handle)).verifyUnknown(handle);
        Outcome.of(() -> customers.update(handle, changes)).verifyUnknown(handle);
    }

    private void mustNotDelete(CustomerHandle handle) {
        Outcome.of(() -> fixture().customers().delete(handle)).verifyUnknown(handle);
    }
}
