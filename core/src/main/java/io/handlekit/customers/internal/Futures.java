package io.handlekit.customers.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Helpers for futures of the JDK, shared by sequences of calls. */
public final class Futures {
    private Futures() {}

    /** Returns the failure that a dependent stage wrapped in a {@link CompletionException}, or the failure itself. */
    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /** Cancels the call in progress, if there is one. */
    public static void cancel(@Nullable CompletableFuture<?> call) {
        if (call != null) {
            call.cancel(true);
        }
    }
}
