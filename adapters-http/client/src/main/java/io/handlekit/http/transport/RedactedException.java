package io.handlekit.http.transport;

import org.jspecify.annotations.Nullable;

/** What is left of another's exception when its words are taken away: they may quote what came over the wire. */
public final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RedactedException(Throwable original) {
        super(original.getClass().getName(), of(original.getCause()));
        setStackTrace(original.getStackTrace());
    }

    public static @Nullable Throwable of(@Nullable Throwable original) {
        return original == null || original instanceof RedactedException ? original : new RedactedException(original);
    }
}
