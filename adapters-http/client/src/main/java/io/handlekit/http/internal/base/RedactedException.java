package io.handlekit.http.internal.base;

import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception without its message, which may quote data from the wire. The class name becomes the message;
 * the stack trace is kept.
 *
 * <p>The conformance suite, whose servers know no customer, reads the original. Nothing else does.
 */
public final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Throwable original;

    private RedactedException(Throwable original) {
        super(original.getClass().getName(), of(original.getCause()));
        this.original = original;
        setStackTrace(original.getStackTrace());
    }

    /** Returns a redacted copy of the exception and its causes; returns null and already redacted ones as they are. */
    public static @Nullable Throwable of(@Nullable Throwable original) {
        return original == null || original instanceof RedactedException ? original : new RedactedException(original);
    }

    /** Returns the exception with its message: the original of a redacted copy, and any other exception as it is. */
    public static Throwable original(Throwable exception) {
        return exception instanceof RedactedException redacted && redacted.original != null
                ? redacted.original
                : exception;
    }
}
