package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The references with a call in progress, and those with a create sent within the settle time, since lists may not show
 * their customer yet. A reference is removed when its settle time is over.
 */
public final class ActiveReferences {
    private final CreateOnceConfig config;
    private final Map<String, CreateAttempt> latest = new HashMap<>();

    /** Whether there may be references that no timer removes. */
    private boolean untimed;

    public ActiveReferences(CreateOnceConfig config) {
        this.config = config;
    }

    /**
     * Starts an attempt for the reference, or joins the one in progress.
     *
     * @return a future of this caller alone; cancelling it does not affect other callers
     */
    public CompletableFuture<CustomerHandle> join(String reference, NewCustomer marked) {
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

    /** Creates an attempt that waits for what the previous one has sent. */
    private CreateAttempt next(String reference, NewCustomer marked, @Nullable CreateAttempt last) {
        SettleTime settleTime =
                last == null ? new SettleTime(config.scheduler(), config.settleTime()) : last.settleTime();
        forgetUntimed();
        CreateAttempt next = new CreateAttempt(config, reference, marked, settleTime);
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

    private void forgetWhenSettled(String reference, CreateAttempt attempt) {
        Duration left = attempt.settleTime().left();
        synchronized (this) {
            if (left.isZero()) {
                latest.remove(reference, attempt);
            }
            if (latest.get(reference) != attempt) {
                return;
            }
        }
        try {
            config.scheduler().after(left, Runnable::run).thenRun(() -> forgetWhenSettled(reference, attempt));
        } catch (RuntimeException | Error noTimer) {
            setUntimed();
        }
    }

    private synchronized void setUntimed() {
        untimed = true;
    }

    /** Removes what is settled, if a timer could not be started for it. */
    private void forgetUntimed() {
        if (untimed) {
            latest.values()
                    .removeIf(attempt -> attempt.outcome().isDone()
                            && attempt.settleTime().left().isZero());
            untimed = !latest.isEmpty();
        }
    }

    /** Removes a deleted customer, so that its handle is not returned again. */
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
