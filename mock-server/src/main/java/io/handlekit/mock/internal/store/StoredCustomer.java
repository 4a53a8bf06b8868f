package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer as a store returns it.
 *
 * @param handle its handle
 * @param id its number among all customers
 * @param sections everything that it can be created with
 * @param commentsChangedAt when its comments were last changed, if they ever were
 * @param deletedAt when it was deleted, if it was
 */
public record StoredCustomer(
        CustomerHandle handle,
        long id,
        NewCustomer sections,
        Optional<Instant> commentsChangedAt,
        Optional<Instant> deletedAt) {
    /** Returns this customer with other sections. */
    public StoredCustomer with(NewCustomer changed, Optional<Instant> commentsChangedAt) {
        return new StoredCustomer(handle, id, changed, commentsChangedAt, deletedAt);
    }

    /** Returns true if it was deleted. */
    public boolean isDeleted() {
        return deletedAt.isPresent();
    }

    /** Shows the handle only. */
    @Override
    public String toString() {
        return "StoredCustomer[" + handle + "]";
    }
}
