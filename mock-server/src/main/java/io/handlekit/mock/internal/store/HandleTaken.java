package io.handlekit.mock.internal.store;

/** A failure of a store: an entry of a seed names a handle that another customer has. */
public final class HandleTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;

    public HandleTaken(int index) {
        super("entry " + index + " names a handle that another customer has", null, false, false);
        this.index = index;
    }

    /** Returns the index of the entry. */
    public int index() {
        return index;
    }
}
