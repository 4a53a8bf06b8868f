package io.handlekit.mock.internal.store;

/** A store that cannot be opened, with a reason that fits in a line. Nothing in it was changed. */
public final class InvalidStore extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidStore(String message) {
        super(message);
    }

    public InvalidStore(String message, Throwable cause) {
        super(message, cause);
    }
}
