package io.handlekit.mock.internal.engine;

import io.handlekit.customers.Customer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.FullName;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.wire.CustomerView;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/** Stored customers as the service shows them, with what it adds. */
final class CustomerViews {
    private final EmailVerifications verifications;

    CustomerViews(EmailVerifications verifications) {
        this.verifications = verifications;
    }

    /** Returns a customer with everything. */
    CustomerView of(Behaviour behaviour, StoredCustomer stored) {
        return of(behaviour, List.of(stored), true).get(0);
    }

    /**
     * Returns customers in their order. Their verifications are looked up all at once; each customer is read when the
     * list is asked for it, so that a page of large ones fits in memory.
     */
    List<CustomerView> of(Behaviour behaviour, List<StoredCustomer> page, boolean withAdditionalData) {
        String notStarted =
                behaviour.is(Switch.VerificationStatus.FROM_START) ? EmailVerifications.Status.REQUESTED.letters() : "";
        Map<String, String> statuses =
                verifications.statuses(page.stream().map(StoredCustomer::email).toList());
        return new AbstractList<>() {
            @Override
            public CustomerView get(int index) {
                StoredCustomer stored = page.get(index);
                return view(stored, withAdditionalData, statuses.getOrDefault(stored.email(), notStarted));
            }

            @Override
            public int size() {
                return page.size();
            }
        };
    }

    private static CustomerView view(StoredCustomer stored, boolean withAdditionalData, String verificationStatus) {
        NewCustomer all = stored.sections();
        NewCustomer sections = withAdditionalData ? all : withoutAdditionalData(all);
        Customer customer = Customer.builder(stored.handle(), sections)
                .id(stored.id())
                .resellerId(ServerDefaults.RESELLER_ID)
                .fullName(FullName.of(sections.name()))
                .emailVerificationStatus(verificationStatus)
                .deleted(stored.isDeleted())
                .build();
        return new CustomerView(customer, stored.commentsChangedAt(), stored.deletedAt());
    }

    private static NewCustomer withoutAdditionalData(NewCustomer sections) {
        return sections.toBuilder()
                .additionalData(AdditionalData.EMPTY)
                .extensionData(List.of())
                .build();
    }
}
