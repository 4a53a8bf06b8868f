package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import java.util.Optional;

/**
 * An update of a customer.
 *
 * @param old the customer as it is now; its outline, if all other sections are replaced
 * @param changes the changes to it
 * @param whole the JSON of the customer afterwards, if the update is one
 */
public record CustomerUpdate(NewCustomer old, CustomerChanges changes, Optional<byte[]> whole) {
    /** Returns an update whose customer is to be written anew. */
    public static CustomerUpdate of(NewCustomer old, CustomerChanges changes) {
        return new CustomerUpdate(old, changes, Optional.empty());
    }

    /** Shows nothing of the customer. */
    @Override
    public String toString() {
        return "CustomerUpdate";
    }
}
