package io.handlekit.conformance;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.Findings;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came of a call: a value or a {@link CustomersFailure}. Anything else breaks the port's promises at once. */
final class Outcome<T> {
    private static final int PATIENCE_SECONDS = 60;

    private final @Nullable T value;
    private final @Nullable CustomersFailure failure;

    private Outcome(@Nullable T value, @Nullable CustomersFailure failure) {
        this.value = value;
        this.failure = failure;
    }

    /** Makes the call and waits for its outcome. */
    static <T> Outcome<T> of(Supplier<CompletionStage<T>> call) {
        CompletionStage<T> stage;
        try {
            stage = call.get();
        } catch (RuntimeException thrown) {
            throw new AssertionError("a port throws nothing, but this one threw " + thrown.getClass(), thrown);
        }
        if (stage == null) {
            throw new AssertionError("a port returns a stage, but this one returned null");
        }
        try {
            return new Outcome<>(stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS), null);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CustomersFailure failure) {
                return new Outcome<>(null, failure);
            }
            throw new AssertionError("every failure is a CustomersFailure, but this one is not", failed.getCause());
        } catch (CancellationException cancelled) {
            throw new AssertionError("every failure is a CustomersFailure, but this call was cancelled", cancelled);
        } catch (TimeoutException late) {
            throw new AssertionError("no call hangs, but this one took " + PATIENCE_SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** Asks for a call that succeeded, whatever its value. */
    void mustSucceed() {
        if (failure != null) {
            throw new AssertionError("the call had to succeed, and failed as " + failure, failure);
        }
    }

    /** The value of a call that had to succeed. */
    T value() {
        mustSucceed();
        if (value == null) {
            throw new AssertionError("a value had to come of the call");
        }
        return value;
    }

    /** The value, or none if the service does not know this handle; any other failure is one too many. */
    Optional<T> unlessUnknown(CustomerHandle handle) {
        if (failure instanceof UnknownHandle) {
            mustNotKnow(handle);
            return Optional.empty();
        }
        return Optional.of(value());
    }

    /** The failure of a call that failed. */
    Optional<CustomersFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** The failure of a call that had to fail in this way. */
    <F extends CustomersFailure> F failure(Class<F> kind) {
        if (!kind.isInstance(failure)) {
            throw new AssertionError("the call had to fail as " + kind.getSimpleName(), failure);
        }
        return kind.cast(failure);
    }

    /**
     * Asks for what has come of the same call elsewhere: success, or a failure of the same kind.
     *
     * @param expected what came of it there, where nothing fails but for a good reason
     * @param handle the handle that may be unknown
     */
    void mustAgreeWith(Outcome<?> expected, CustomerHandle handle) {
        if (expected.failure instanceof UnknownHandle) {
            mustNotKnow(handle);
        } else if (expected.failure instanceof Invalid invalid) {
            Findings findings = failure(Invalid.class).findings();
            Must.beEqual(BrokenDraft.errors(invalid.findings()), BrokenDraft.errors(findings), "the errors by path");
        } else {
            mustSucceed();
        }
    }

    /** Asks for a call that failed since the service does not know this handle, and had no effect. */
    void mustNotKnow(CustomerHandle handle) {
        UnknownHandle unknown = failure(UnknownHandle.class);
        Must.beEqual(handle, unknown.handle(), "the handle that is not known");
        Must.beEqual(false, unknown.mayHaveTakenEffect(), "whether it may have taken effect");
    }
}
