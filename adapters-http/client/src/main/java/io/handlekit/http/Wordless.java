package io.handlekit.http;

import org.jspecify.annotations.Nullable;

/** What is left of another's exception when its words are taken away: they may quote what came over the wire. */
final class Wordless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Wordless(Throwable original) {
        super(original.getClass().getName(), of(original.getCause()));
        setStackTrace(original.getStackTrace());
    }

    static @Nullable Throwable of(@Nullable Throwable original) {
        return original == null || original instanceof Wordless ? original : new Wordless(original);
    }
}
