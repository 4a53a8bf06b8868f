package io.handlekit.conformance.internal.check;

import io.handlekit.conformance.arbitraries.BrokenDraft;
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

/** The outcome of a call: a value or a {@link CustomersFailure}. Any other outcome fails the rule at once. */
public final class CallOutcome<T> {
    private static final int PATIENCE_SECONDS = 60;

    private final String call;
    private final @Nullable T value;
    private final @Nullable CustomersFailure failure;

    private CallOutcome(String call, @Nullable T value, @Nullable CustomersFailure failure) {
        this.call = call;
        this.value = value;
        this.failure = failure;
    }

    /**
     * Makes the call and waits for its outcome.
     *
     * @param call the call in words, with which each message begins
     * @param made makes the call
     * @throws AssertionError if the call throws, returns null, hangs, is cancelled or fails as anything but a {@link
     *     CustomersFailure}
     */
    public static <T> CallOutcome<T> of(String call, Supplier<CompletionStage<T>> made) {
        CompletionStage<T> stage;
        try {
            stage = made.get();
        } catch (RuntimeException thrown) {
            throw unexpected(call, "expected a failed stage, but the call threw " + FailureText.of(thrown), thrown);
        }
        if (stage == null) {
            throw unexpected(call, "expected a stage, but the call returned null", null);
        }
        try {
            return new CallOutcome<>(call, stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS), null);
        } catch (ExecutionException failed) {
            return new CallOutcome<>(call, null, customersFailure(call, failed));
        } catch (CancellationException cancelled) {
            throw unexpected(call, "expected a CustomersFailure, but the call was cancelled", cancelled);
        } catch (TimeoutException late) {
            throw unexpected(call, "expected an outcome, but there was none after " + PATIENCE_SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unexpected(call, "interrupted while waiting for the outcome", interrupted);
        }
    }

    private static CustomersFailure customersFailure(String call, ExecutionException failed) {
        if (failed.getCause() instanceof CustomersFailure failure) {
            return failure;
        }
        throw unexpected(
                call,
                "expected a CustomersFailure, but the call failed as " + FailureText.of(failed.getCause()),
                failed.getCause());
    }

    private static AssertionError unexpected(String call, String what, @Nullable Throwable cause) {
        return new AssertionError(call + ": " + what, cause);
    }

    /** Verifies that the call succeeded. */
    public void verifySuccess() {
        if (failure != null) {
            throw unexpected(call, "expected success, but the call failed as " + FailureText.of(failure), failure);
        }
    }

    /** Verifies that the call succeeded, and returns its value. */
    public T value() {
        verifySuccess();
        if (value == null) {
            throw unexpected(call, "expected a value, but the call succeeded with null", null);
        }
        return value;
    }

    /** Returns the value, or empty if the handle is unknown. Any other failure fails the rule. */
    public Optional<T> valueIfKnown(CustomerHandle handle) {
        if (failure instanceof UnknownHandle) {
            verifyUnknown(handle);
            return Optional.empty();
        }
        return Optional.of(value());
    }

    /** Returns the failure, or empty if the call succeeded. */
    public Optional<CustomersFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Verifies that the call failed in this way, and returns its failure. */
    public <F extends CustomersFailure> F failure(Class<F> kind) {
        if (!kind.isInstance(failure)) {
            throw unexpected(
                    call,
                    "expected the call to fail as " + kind.getSimpleName() + ", but it "
                            + (failure == null ? "succeeded" : "failed as " + FailureText.of(failure)),
                    failure);
        }
        return kind.cast(failure);
    }

    /**
     * Verifies that the call had the same outcome as on the model: success, or a failure of the same kind.
     *
     * @param expected the outcome on the model
     * @param handle the handle that the call was made with
     */
    public void verifyAgrees(CallOutcome<?> expected, CustomerHandle handle) {
        if (expected.failure instanceof UnknownHandle) {
            verifyUnknown(handle);
        } else if (expected.failure instanceof Invalid invalid) {
            Findings findings = failure(Invalid.class).findings();
            Check.equal(
                    BrokenDraft.errors(invalid.findings()),
                    BrokenDraft.errors(findings),
                    call + ": the codes of the errors by path");
        } else {
            verifySuccess();
        }
    }

    /** Verifies that the call failed because the handle is unknown, and that it says it had no effect. */
    public void verifyUnknown(CustomerHandle handle) {
        UnknownHandle unknown = failure(UnknownHandle.class);
        Check.equal(handle, unknown.handle(), call + ": the handle of the UnknownHandle failure");
        Check.equal(false, unknown.mayHaveTakenEffect(), call + ": mayHaveTakenEffect() of the UnknownHandle failure");
    }
}
