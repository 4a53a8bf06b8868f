package io.handlekit.mock.internal.snapshot;

/** An error in a snapshot: its line, and a sentence without the data of customers. */
public final class InvalidSnapshot extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidSnapshot(long line, String why) {
        super("line " + line + ": " + why);
    }

    InvalidSnapshot(String why, Exception cause) {
        super(why, cause);
    }
}
