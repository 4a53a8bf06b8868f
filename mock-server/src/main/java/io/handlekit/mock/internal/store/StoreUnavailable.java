package io.handlekit.mock.internal.store;

/**
 * A failure of a store that a database keeps: the database does not answer, or not in time. A change that fails so may
 * have taken effect.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
