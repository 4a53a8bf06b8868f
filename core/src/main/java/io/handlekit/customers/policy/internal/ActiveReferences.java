package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.Reference;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The references under way, and for the settle time those for which a create was sent: lists may not show their
 * customer yet. Whatever is in here goes when that time is over.
 */
public final class ActiveReferences {
    private final CreateOnceConfig setup;
    private final Map<Reference, CreateAttempt> latest = new HashMap<>();

    public ActiveReferences(CreateOnceConfig setup) {
        this.setup = setup;
    }

    /** A future of the caller's own on what comes of the reference. */
    public CompletableFuture<CustomerHandle> join(Reference reference, NewCustomer marked) {
        CreateAttempt attempt;
        boolean fresh;
        synchronized (this) {
            CreateAttempt last = latest.get(reference);
            fresh = last == null || !last.join();
            attempt = last == null || fresh ? next(reference, marked, last) : last;
        }
        CompletableFuture<CustomerHandle> own = own(attempt);
        if (fresh) {
            attempt.outcome().whenComplete((handle, failure) -> forgetWhenSettled(reference, attempt));
            attempt.start();
        }
        return own;
    }

    /** A later attempt waits for what an earlier one has sent. */
    private CreateAttempt next(Reference reference, NewCustomer marked, @Nullable CreateAttempt last) {
        SettleTime settling = last == null ? new SettleTime(setup.time(), setup.settleTime()) : last.settling();
        CreateAttempt next = new CreateAttempt(setup, reference, marked, settling);
        next.join();
        latest.put(reference, next);
        return next;
    }

    private static CompletableFuture<CustomerHandle> own(CreateAttempt attempt) {
        CompletableFuture<CustomerHandle> own = new CompletableFuture<>();
        own.whenComplete((handle, failure) -> attempt.leave());
        attempt.outcome().whenComplete((handle, failure) -> {
            if (failure == null) {
                own.complete(handle);
            } else {
                own.completeExceptionally(failure);
            }
        });
        return own;
    }

    private void forgetWhenSettled(Reference reference, CreateAttempt attempt) {
        Duration left = attempt.settling().left();
        synchronized (this) {
            if (left.isZero()) {
                latest.remove(reference, attempt);
            }
            if (latest.get(reference) != attempt) {
                return;
            }
        }
        setup.time().after(left, Runnable::run).thenRun(() -> forgetWhenSettled(reference, attempt));
    }

    /** Nobody is given this handle any more. */
    public synchronized void forget(CustomerHandle handle) {
        latest.values()
                .removeIf(attempt -> attempt.outcome().isDone()
                        && !attempt.outcome().isCompletedExceptionally()
                        && attempt.outcome().join().equals(handle));
    }

    public synchronized int size() {
        return latest.size();
    }
}
