package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One outcome that takes several calls, one after the other. Once the outcome is there, however it came about, the call
 * under way is given up and none is begun.
 */
public final class CallSequence<T extends @Nullable Object> {
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<?> underWay;

    public CallSequence() {
        outcome.whenComplete((value, failure) -> giveUp(underWay));
    }

    /** Complete it to end the work. */
    public CompletableFuture<T> outcome() {
        return outcome;
    }

    public void fail(CustomersFailure failure) {
        outcome.completeExceptionally(failure);
    }

    /** Makes a call that changes nothing; its failure is the work's. */
    public <S extends @Nullable Object> void read(Supplier<CompletionStage<S>> call, Consumer<S> next) {
        call(false, call, next, this::fail);
    }

    /** Makes a call and goes on with what comes of it. */
    public <S extends @Nullable Object> void call(
            boolean writes, Supplier<CompletionStage<S>> call, Consumer<S> next, Consumer<CustomersFailure> failed) {
        if (outcome.isDone()) {
            return;
        }
        CompletableFuture<S> stage = begun(call);
        underWay = stage;
        stage.whenComplete((value, failure) -> orFail(writes, () -> {
            if (failure == null) {
                next.accept(value);
            } else {
                failed.accept(failureOf(failure, writes));
            }
        }));
        if (outcome.isDone()) {
            giveUp(stage);
        }
    }

    private static <S extends @Nullable Object> CompletableFuture<S> begun(Supplier<CompletionStage<S>> call) {
        try {
            return call.get().toCompletableFuture();
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /** Nothing hangs for a fault in what comes next. */
    private void orFail(boolean writes, Runnable next) {
        try {
            next.run();
        } catch (RuntimeException broken) {
            fail(failureOf(broken, writes));
        }
    }

    /** What a port should have failed as, if it did not. */
    static CustomersFailure failureOf(Throwable failure, boolean writes) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof CustomersFailure known
                ? known
                : new Unavailable("the call was cancelled, or the port broke its promise", writes, cause);
    }

    private static void giveUp(@Nullable CompletableFuture<?> call) {
        if (call != null) {
            call.cancel(true);
        }
    }
}
