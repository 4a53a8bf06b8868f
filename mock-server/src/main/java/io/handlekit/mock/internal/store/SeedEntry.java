package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import java.util.Optional;

/**
 * One customer of a seed.
 *
 * @param handle the handle that it is to have; the next one of the template if there is none
 * @param template the template for a new handle
 * @param draft the customer
 */
public record SeedEntry(Optional<CustomerHandle> handle, HandleTemplate template, CustomerDraft draft) {
    /** Shows the handle only. */
    @Override
    public String toString() {
        return "SeedEntry[" + handle.map(CustomerHandle::value).orElse("new") + "]";
    }
}
