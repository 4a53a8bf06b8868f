package io.handlekit.conformance;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.customers.ListingRules;
import io.handlekit.conformance.customers.PrivacyRules;
import io.handlekit.conformance.customers.ProgramRules;
import io.handlekit.conformance.customers.WaitingRules;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.check.CallOutcome;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.check.Subject;
import io.handlekit.conformance.internal.jqwik.OverallBound;
import io.handlekit.conformance.internal.jqwik.ReportedSkips;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.BrokenChanges;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.BrokenDrafts;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidChanges;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ValidCustomers;
import io.handlekit.conformance.internal.jqwik.StopShrinking;
import io.handlekit.conformance.internal.jqwik.TriesFactor;
import io.handlekit.conformance.internal.texts.CustomerTexts;
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
 * The rules for every implementation of {@link Customers}, as jqwik properties. Implement this interface in a test class
 * and override {@link #fixture}; {@link CustomersFixture} has an example.
 *
 * <p>The name of each rule starts with an id, which the documentation of the port refers to. More rules are in {@link
 * ListingRules}, {@link WaitingRules}, {@link ProgramRules} and {@link PrivacyRules}. Rules that need more than the
 * fixture offers are reported as skipped.
 *
 * <p>The system property {@code handlekit.tries.factor} multiplies the number of tries.
 */
// jqwik's annotations name generators and hooks that users of the module need not see.
@SuppressWarnings("exports")
@AddLifecycleHook(value = OnePort.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@AddLifecycleHook(value = OverallBound.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@AddLifecycleHook(value = ReportedSkips.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@AddLifecycleHook(value = StopShrinking.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@AddLifecycleHook(value = TriesFactor.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public interface CustomersContract extends ListingRules, WaitingRules, ProgramRules, PrivacyRules {
    /** The number of tries of each rule. */
    int TRIES = 100;

    @Override
    CustomersFixture fixture();

    /** Verifies that a handle is two letters, six digits or more, a hyphen and the country (rule C01). */
    @Property(tries = TRIES)
    default void C01_a_valid_customer_gets_a_well_formed_handle(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle handle = subject().create(draft);

        String country = draft.address().country();
        if (!handle.value().matches("[A-Z]{2}[0-9]{6,}-" + country)) {
            throw new AssertionError("expected a handle of two letters, six digits or more, a hyphen and " + country
                    + ", got " + handle);
        }
    }

    /** Verifies that a read returns what was created: nothing lost, swapped, trimmed, changed or added (rule C02). */
    @Property(tries = TRIES)
    default void C02_what_was_created_is_what_is_read_back(@ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle handle = subject().create(draft);

        Customer customer = subject().get(handle);
        Check.equal(handle, customer.handle(), "the handle of the customer read");
        CustomerTexts.of(customer).verifyMatches(CustomerTexts.of(draft));
    }

    /** Verifies that an update changes the sections it sets or clears, and no others (rule C03). */
    @Property(tries = TRIES)
    default void C03_an_update_changes_exactly_the_sections_given(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        CustomerHandle handle = subject().create(draft);
        CustomerTexts before = CustomerTexts.of(subject().get(handle));

        subject().update(handle, changes);

        CustomerTexts.of(subject().get(handle)).verifyMatches(before.after(changes));
    }

    /** Verifies that no update changes name, company name or handle (rule C04). */
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

    /** Verifies that a create with errors fails with all of them and sends nothing (rule C05). */
    @Property(tries = TRIES)
    default void C05_an_invalid_draft_fails_with_all_its_errors_and_sends_nothing(
            @ForAll(supplier = BrokenDrafts.class) BrokenDraft broken) {
        OptionalLong before = fixture().callsReceived();

        Invalid invalid = CallOutcome.of(
                        "create with errors", () -> fixture().customers().create(broken.draft()))
                .failure(Invalid.class);

        Check.equal(broken.errors(), BrokenDraft.errors(invalid.findings()), "the codes of the errors by path");
        Check.equal(before, fixture().callsReceived(), "the number of calls that reached the service");
    }

    /**
     * Verifies that an update with errors fails with all of them, sends nothing and changes nothing, whether the handle is
     * known or not (rule C06).
     */
    @Property(tries = TRIES)
    default void C06_invalid_changes_fail_with_all_their_errors_and_change_nothing(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = BrokenChanges.class) BrokenDraft broken) {
        CustomerHandle handle = subject().create(draft);
        Customer before = subject().get(handle);
        OptionalLong callsBefore = fixture().callsReceived();

        for (CustomerHandle any : List.of(handle, fixture().unknownHandle())) {
            String call = "update(" + any + ") with errors";
            Invalid invalid = CallOutcome.of(call, () -> fixture().customers().update(any, broken.changes()))
                    .failure(Invalid.class);
            Check.equal(
                    broken.errors(),
                    BrokenDraft.errors(invalid.findings()),
                    call + ": the codes of the errors by path");
        }

        Check.equal(callsBefore, fixture().callsReceived(), "the number of calls that reached the service");
        Check.equal(before, subject().get(handle), "the customer after an update with errors");
    }

    /** Verifies that reading and updating a handle that was never issued fail as unknown, even if it is like a known one (rule C07). */
    @Property(tries = TRIES)
    default void C07_an_unknown_handle_fails_as_such(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        String known = subject().create(draft).value();

        verifyUnknownTo(fixture().unknownHandle(), changes);
        verifyUnknownTo(new CustomerHandle(known.substring(0, known.lastIndexOf('-')) + "-ZZ"), changes);
    }

    /** Verifies that creating the same draft twice makes two customers: the port does not merge calls (rule C08). */
    @Property(tries = TRIES)
    default void C08_the_same_draft_twice_makes_two_handles(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft) {
        CustomerHandle first = subject().create(draft);
        CustomerHandle second = subject().create(draft);

        if (first.equals(second)) {
            throw new AssertionError("expected two handles for two creates, got " + first + " twice");
        }
    }

    /** Verifies that a deleted customer is unknown to every call, and that a customer like it is unchanged (rule C09). */
    @Property(tries = TRIES)
    default void C09_a_deleted_customer_is_unknown_from_then_on_and_no_other_is(
            @ForAll(supplier = ValidCustomers.class) NewCustomer draft,
            @ForAll(supplier = ValidChanges.class) CustomerChanges changes) {
        CustomerHandle handle = subject().create(draft);
        CustomerHandle twin = subject().create(draft);
        Customer before = subject().get(twin);

        subject().delete(handle);

        verifyUnknownTo(handle, changes);
        verifyDeleteUnknown(handle);
        Check.equal(before, subject().get(twin), "the customer created like the deleted one");
    }

    /** Verifies that deleting a handle that was never issued fails as unknown (rule C10). */
    @Property(tries = 1)
    default void C10_deleting_an_unknown_handle_fails_as_such() {
        verifyDeleteUnknown(fixture().unknownHandle());
    }

    private Subject subject() {
        return new Subject(fixture().customers());
    }

    private void verifyUnknownTo(CustomerHandle handle, CustomerChanges changes) {
        Customers customers = fixture().customers();
        CallOutcome.of("get(" + handle + ")", () -> customers.get(handle)).verifyUnknown(handle);
        CallOutcome.of("update(" + handle + ")", () -> customers.update(handle, changes))
                .verifyUnknown(handle);
    }

    private void verifyDeleteUnknown(CustomerHandle handle) {
        CallOutcome.of("delete(" + handle + ")", () -> fixture().customers().delete(handle))
                .verifyUnknown(handle);
    }
}
