package io.handlekit.customers.policy;

import io.handlekit.customers.CustomerHandle;
import java.util.Objects;

/**
 * The result of {@link ReuseHandle#ensure} and {@link CreateOnce#ensure}: the handle to use from now on, and what was done to get it.
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
    /** Creates a result. No part may be {@code null}. */
    public Ensured {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(done, "done");
    }

    /** The action that was taken. See {@link Ensured} for an example. */
    public enum Done {
        /** The current handle already is as wanted. */
        KEPT,
        /** The sections that differed were updated: of the current handle, or of the one with the reference. */
        UPDATED,
        /** Another existing handle already is as wanted; nothing was changed. */
        REUSED,
        /** A new handle was created. */
        CREATED
    }
}
