package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.mock.internal.base.ServiceData;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The values that the service adds to a customer, and its way to apply changes. */
public final class ServerDefaults {
    private ServerDefaults() {}

    /** Returns a customer as it is stored: without a locale, it gets that of its country. */
    static NewCustomer stored(NewCustomer customer) {
        return addsTo(customer)
                ? customer.toBuilder()
                        .locale(ServiceData.locale(customer.address().country()))
                        .build()
                : customer;
    }

    /** Returns true if a customer is stored with something that it was not created with. */
    static boolean addsTo(NewCustomer customer) {
        return customer.locale().isEmpty();
    }

    /** Returns when the comments were last changed: now, if they differ from the old ones. */
    static Optional<Instant> commentsChangedAt(
            String old, String comments, Optional<Instant> before, InstantSource clock) {
        return comments.equals(old) ? before : Optional.of(clock.instant());
    }

    /** Returns a customer with changes applied. Each section is replaced as a whole; required ones were checked before. */
    static NewCustomer updated(NewCustomer old, CustomerChanges changes) {
        return old.toBuilder()
                .address(changes.address().applyTo(old.address(), old.address()))
                .phone(changes.phone().applyTo(old.phone(), old.phone()))
                .fax(changes.fax().applyTo(old.fax(), PhoneNumber.EMPTY))
                .email(changes.email().applyTo(old.email(), old.email()))
                .vat(changes.vat().applyTo(old.vat(), ""))
                .locale(changes.locale().applyTo(old.locale(), ""))
                .comments(changes.comments().applyTo(old.comments(), ""))
                .tags(changes.tags().applyTo(old.tags(), List.of()))
                .additionalData(changes.additionalData().applyTo(old.additionalData(), AdditionalData.EMPTY))
                .extensionData(changes.extensionData().applyTo(old.extensionData(), List.of()))
                .build();
    }
}
