package io.handlekit.http.internal.base;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Helpers for futures that represent an exchange. The policies in core have their own: core opens no internal package to
 * the client.
 */
public final class Futures {
    private Futures() {}

    /**
     * Runs the action once when the outcome fails or is cancelled, immediately if it already has. Used to cancel the
     * step that the outcome is waiting for.
     */
    public static void onFailure(CompletableFuture<?> outcome, Runnable action) {
        outcome.whenComplete((value, failure) -> {
            if (failure != null) {
                action.run();
            }
        });
    }

    /** Returns the failure without the {@code CompletionException} that a dependent stage wraps around it. */
    public static @Nullable Throwable unwrap(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }
}
