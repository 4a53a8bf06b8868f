package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.internal.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several calls, made one after the other, that lead to one outcome. Once the outcome is complete, the call in progress
 * is cancelled and no other one is made.
 */
public final class CallSequence<T extends @Nullable Object> {
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<?> inProgress;

    public CallSequence() {
        outcome.whenComplete((value, failure) -> Futures.cancel(inProgress));
    }

    /** Returns the outcome; complete it to end the sequence. */
    public CompletableFuture<T> outcome() {
        return outcome;
    }

    public void fail(CustomersFailure failure) {
        outcome.completeExceptionally(failure);
    }

    /** Makes a call that changes nothing. If it fails, the sequence fails. */
    public <S extends @Nullable Object> void read(Supplier<CompletionStage<S>> call, Consumer<S> next) {
        call(false, call, next, this::fail);
    }

    /**
     * Makes a call and continues with its result or its failure.
     *
     * @param writes whether the call may change something
     */
    public <S extends @Nullable Object> void call(
            boolean writes, Supplier<CompletionStage<S>> call, Consumer<S> next, Consumer<CustomersFailure> failed) {
        if (outcome.isDone()) {
            return;
        }
        CompletableFuture<S> stage = started(call);
        inProgress = stage;
        stage.whenComplete((value, failure) -> orFail(writes, () -> {
            if (failure == null) {
                next.accept(value);
            } else {
                failed.accept(failureOf(failure, writes));
            }
        }));
        if (outcome.isDone()) {
            Futures.cancel(stage);
        }
    }

    private static <S extends @Nullable Object> CompletableFuture<S> started(Supplier<CompletionStage<S>> call) {
        try {
            return call.get().toCompletableFuture();
        } catch (RuntimeException | Error thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    /** A bug or an error in the next step fails the sequence; otherwise it would never complete. */
    private void orFail(boolean writes, Runnable next) {
        try {
            next.run();
        } catch (RuntimeException | Error thrown) {
            fail(failureOf(thrown, writes));
        }
    }

    /** Returns the failure, or the one that the port should have failed with. */
    private static CustomersFailure failureOf(Throwable failure, boolean writes) {
        Throwable cause = Futures.unwrap(failure);
        return cause instanceof CustomersFailure known
                ? known
                : new Unavailable(
                        "the call was cancelled, or the port failed with something other than a CustomersFailure",
                        writes,
                        cause);
    }
}
