package io.handlekit.mock.internal.wire;

import io.handlekit.customers.Customer;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer with everything that the service shows of it.
 *
 * @param customer the customer
 * @param commentsChangedAt when its comments were last changed, if they ever were
 * @param deletedAt when it was deleted, if it was
 */
public record CustomerView(Customer customer, Optional<Instant> commentsChangedAt, Optional<Instant> deletedAt) {
    /** Shows the handle only. */
    @Override
    public String toString() {
        return "CustomerView[" + customer.handle() + "]";
    }
}
