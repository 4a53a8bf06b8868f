package io.handlekit.mock.internal.wire;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.mock.internal.base.FullName;
import io.handlekit.mock.internal.base.ServiceData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer with everything that the service shows of it.
 *
 * @param handle its handle
 * @param id its number among all customers
 * @param json everything that it can be created with
 * @param verificationStatus the letters for the status of its e-mail address; empty if it has none
 * @param commentsChangedAt when its comments were last changed, if they ever were
 * @param deletedAt when it was deleted, if it was
 */
public record CustomerView(
        CustomerHandle handle,
        long id,
        CustomerJson json,
        String verificationStatus,
        Optional<Instant> commentsChangedAt,
        Optional<Instant> deletedAt) {
    /** Returns true if it was deleted. */
    public boolean isDeleted() {
        return deletedAt.isPresent();
    }

    /** Reads the customer with everything; each call reads it again. */
    public Customer customer() {
        return customer(json.sections());
    }

    /** Reads the customer without additional data; each call reads it again. */
    public Customer withoutAdditionalData() {
        return customer(json.sections().toBuilder()
                .additionalData(AdditionalData.EMPTY)
                .extensionData(List.of())
                .build());
    }

    private Customer customer(NewCustomer sections) {
        return Customer.builder(handle, sections)
                .id(id)
                .resellerId(ServiceData.RESELLER_ID)
                .fullName(FullName.of(sections.name()))
                .emailVerificationStatus(verificationStatus)
                .deleted(isDeleted())
                .build();
    }

    /** Shows the handle only. */
    @Override
    public String toString() {
        return "CustomerView[" + handle + "]";
    }
}
