package io.handlekit.mock.internal.store;

/** A failure of a store: there is no room for more. */
public final class StoreFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFull() {
        super("the store has no room for more", null, false, false);
    }
}
