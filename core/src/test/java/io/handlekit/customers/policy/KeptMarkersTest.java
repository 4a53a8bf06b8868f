package io.handlekit.customers.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@link CreateOnce} as a port: a marker stays with its customer and is never copied to another one. */
class KeptMarkersTest {
    private static final String MARKER = "[handlekit-ref: order-4711]";

    private final FakeCustomers service = new FakeCustomers(new VirtualTime());
    private final CreateOnce once = CreateOnce.over(service);
    private final CustomerHandle handle =
            service.put(Drafts.ADA.toBuilder().comments(MARKER + "\npays late").build(), false);

    private String commentsAfter(CustomerChanges.Builder changes) {
        assertThat(once.update(handle, changes.build()).toCompletableFuture()).isCompleted();
        return service.stored(handle).comments();
    }

    @Test
    void new_comments_keep_the_marker() {
        assertThat(commentsAfter(CustomerChanges.builder().comments("pays early")))
                .isEqualTo(MARKER + "\npays early");
    }

    @Test
    void cleared_comments_keep_the_marker() {
        assertThat(commentsAfter(CustomerChanges.builder().clearComments())).isEqualTo(MARKER);
    }

    @Test
    void new_comments_that_contain_the_marker_stay_unchanged() {
        assertThat(commentsAfter(CustomerChanges.builder().comments("early " + MARKER)))
                .isEqualTo("early " + MARKER);
    }

    @Test
    void an_update_of_comments_without_a_marker_adds_none() {
        CustomerHandle plain = service.put(Drafts.ADA, false);
        once.update(plain, CustomerChanges.builder().comments("new").build());

        assertThat(service.stored(plain).comments()).isEqualTo("new");
    }

    @Test
    void other_sections_are_changed_together_with_the_comments() {
        PhoneNumber fax = new PhoneNumber("+31", "20", "5551234");
        PostalAddress address = new PostalAddress("Herengracht", "12", "a", "1017 BX", "Amsterdam", "", "NL");
        commentsAfter(CustomerChanges.builder().comments("new").fax(fax).address(address));

        Customer changed = service.stored(handle);
        assertThat(changed.fax()).isEqualTo(fax);
        assertThat(changed.address()).isEqualTo(address);
        assertThat(changed.email()).isEqualTo(Drafts.ADA.email());
    }

    @Test
    void an_update_without_comments_reads_nothing() {
        assertThat(commentsAfter(CustomerChanges.builder().email("ada@example.org")))
                .startsWith(MARKER);
        assertThat(service.calls).containsExactly("update");
    }

    @Test
    void an_update_through_the_underlying_port_removes_the_marker() {
        service.update(handle, CustomerChanges.builder().clearComments().build());

        assertThat(service.stored(handle).comments()).isEmpty();
    }

    @Test
    void an_update_of_an_unknown_handle_fails_as_such() {
        assertThat(once.update(
                                new CustomerHandle("ZZ000000-ZZ"),
                                CustomerChanges.builder().comments("new").build())
                        .toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(UnknownHandle.class);
    }

    @Test
    void invalid_changes_fail_before_anything_is_read() {
        CustomerChanges invalid =
                CustomerChanges.builder().comments("new").email("nobody").build();
        FakeCustomers strict = new FakeCustomers(new VirtualTime());

        assertThat(CreateOnce.over(strict).update(handle, invalid).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(Invalid.class);
        assertThat(strict.count("get")).isZero();
    }

    @Test
    void a_copy_of_a_customer_does_not_share_its_reference() {
        NewCustomer copy = NewCustomer.copyOf(service.stored(handle))
                .name(PersonName.of("Ada", "King"))
                .build();
        CustomerHandle plain = once.create(copy).toCompletableFuture().join();
        CustomerHandle referenced = once.create(new Reference("order-4712"), copy)
                .toCompletableFuture()
                .join();

        assertThat(service.stored(plain).comments()).isEqualTo("pays late");
        assertThat(service.stored(referenced).comments()).isEqualTo("[handlekit-ref: order-4712]\npays late");
        assertThat(once.find(new Reference("order-4711")).toCompletableFuture().join())
                .contains(handle);
    }

    @Test
    void after_an_uncertain_delete_its_reference_is_searched_for_again() {
        CustomerHandle gone = createdAndDeletedWith(new Unavailable("no reply", true, null));
        service.remove(gone);

        assertThat(createAnother()).isNotEqualTo(gone);
    }

    @Test
    void after_a_rejected_delete_its_reference_still_leads_to_the_customer() {
        CustomerHandle existing = createdAndDeletedWith(new Rejected(FakeCustomers.answer(6200), true));
        service.calls.clear();

        assertThat(createAnother()).isEqualTo(existing);
        assertThat(service.calls).isEmpty();
    }

    @Test
    void deleting_another_customer_does_not_affect_a_reference() {
        CustomerHandle existing = createAnother();
        once.delete(handle);
        service.calls.clear();

        assertThat(createAnother()).isEqualTo(existing);
        assertThat(service.calls).isEmpty();
    }

    private CustomerHandle createdAndDeletedWith(CustomersFailure failure) {
        CustomerHandle created = createAnother();
        service.deleteFailures.add(failure);

        assertThat(once.delete(created).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(failure);
        return created;
    }

    private CustomerHandle createAnother() {
        return once.create(new Reference("order-4712"), Drafts.ADA)
                .toCompletableFuture()
                .join();
    }

    @Test
    void a_read_returns_the_marker() {
        assertThat(once.get(handle).toCompletableFuture().join().comments()).startsWith(MARKER);
    }

    @Test
    void only_null_is_refused_by_an_exception() {
        CustomerChanges changes = CustomerChanges.builder().comments("new").build();

        assertThatNullPointerException().isThrownBy(() -> once.update(null, changes));
        assertThatNullPointerException().isThrownBy(() -> once.update(handle, null));
        assertThatNullPointerException().isThrownBy(() -> once.delete(null));
    }
}
