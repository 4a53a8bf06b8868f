package io.handlekit.customers.policy;

import io.handlekit.customers.CustomerHandle;
import java.util.Objects;

/**
 * The handle to use from now on, and what was done for it; see {@link ReuseHandle}.
 *
 * <pre>{@code
 * if (ensured.done() == Ensured.Done.CREATED || ensured.done() == Ensured.Done.REUSED) {
 *     useForTheDomains(ensured.handle());
 * }
 * }</pre>
 *
 * @param handle the handle
 * @param done what was done
 */
public record Ensured(CustomerHandle handle, Done done) {
    /** Refuses only {@code null}. */
    public Ensured {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(done, "done");
    }

    /** What was done. See {@link Ensured} for an example. */
    public enum Done {
        /** The current handle, which is as wanted. */
        KEPT,
        /** The current handle, of which the sections that differed were changed. */
        UPDATED,
        /** A handle that was there and is equal in every field; nothing was changed. */
        REUSED,
        /** A new handle. */
        CREATED
    }
}
