package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import java.time.Instant;
import java.util.Optional;

/**
 * A verification of one e-mail address.
 *
 * @param id the service's number for it
 * @param email the address
 * @param handle the customer that it was started for, if one was named
 * @param deadline when it can no longer be confirmed
 * @param confirmed whether it was confirmed
 */
public record StoredVerification(
        int id, String email, Optional<CustomerHandle> handle, Instant deadline, boolean confirmed) {
    /** The id of a verification that is not stored yet. */
    public static final int NEW = 0;

    /** Returns this verification with another id. */
    public StoredVerification withId(int other) {
        return new StoredVerification(other, email, handle, deadline, confirmed);
    }

    /** Shows no address. */
    @Override
    public String toString() {
        return "StoredVerification[" + id + "]";
    }
}
