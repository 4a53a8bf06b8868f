package io.handlekit.mock.internal.engine;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.wire.CustomerView;
import java.util.List;
import java.util.Map;

/** Stored customers as the service shows them, with what it adds. */
final class CustomerViews {
    private final EmailVerifications verifications;

    CustomerViews(EmailVerifications verifications) {
        this.verifications = verifications;
    }

    /** Returns a customer. */
    CustomerView of(Behaviour behaviour, StoredCustomer stored) {
        return of(behaviour, List.of(stored)).get(0);
    }

    /** Returns customers in their order. Their verifications are looked up all at once. */
    List<CustomerView> of(Behaviour behaviour, List<StoredCustomer> page) {
        String notStarted =
                behaviour.is(Switch.VerificationStatus.FROM_START) ? EmailVerifications.Status.REQUESTED.letters() : "";
        Map<String, String> statuses =
                verifications.statuses(page.stream().map(StoredCustomer::email).toList());
        return page.stream()
                .map(stored -> view(stored, statuses.getOrDefault(stored.email(), notStarted)))
                .toList();
    }

    private static CustomerView view(StoredCustomer stored, String verificationStatus) {
        return new CustomerView(
                stored.handle(),
                stored.id(),
                stored.json(),
                verificationStatus,
                stored.commentsChangedAt(),
                stored.deletedAt());
    }
}
