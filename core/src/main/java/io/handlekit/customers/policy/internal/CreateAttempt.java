package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Ambiguous;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.Reference;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One reference on its way to a handle, for all who wait for it: look, create, and look again while it settles. */
final class CreateAttempt {
    private final CreateOnceConfig setup;
    private final Reference reference;
    private final NewCustomer marked;
    private final SettleTime settling;
    private final CallSequence<CustomerHandle> work = new CallSequence<>();
    private int waiting;
    private boolean abandoned;
    private int looks;
    private @Nullable CustomersFailure unsure;

    CreateAttempt(CreateOnceConfig setup, Reference reference, NewCustomer marked, SettleTime settling) {
        this.setup = setup;
        this.reference = reference;
        this.marked = marked;
        this.settling = settling;
    }

    CompletableFuture<CustomerHandle> outcome() {
        return work.outcome();
    }

    SettleTime settling() {
        return settling;
    }

    /** Counts one more who waits, unless nothing is left to wait for. */
    synchronized boolean join() {
        if (abandoned || outcome().isCompletedExceptionally()) {
            return false;
        }
        waiting++;
        return true;
    }

    /** Counts one less; the last one gives it up. */
    void leave() {
        synchronized (this) {
            waiting--;
            if (waiting > 0 || outcome().isDone()) {
                return;
            }
            abandoned = true;
        }
        outcome().cancel(true);
    }

    void start() {
        look();
    }

    /** What a look-up begun before the end of the settle time does not see may still come. */
    private void look() {
        boolean settled = settling.left().isZero();
        work.call(
                false,
                () -> setup.lookUp().candidates(reference),
                candidates -> decide(candidates, settled),
                failure -> decide(failure, settled));
    }

    private void decide(List<ListedCustomer> candidates, boolean settled) {
        List<CustomerHandle> found = setup.lookUp().exact(reference, candidates);
        if (found.size() == 1) {
            outcome().complete(found.get(0));
        } else if (!found.isEmpty()) {
            work.fail(new Ambiguous(found, unsure != null));
        } else if (!settled) {
            lookAgain();
        } else if (unsure != null) {
            work.fail(unsure);
        } else {
            create();
        }
    }

    private void decide(CustomersFailure failure, boolean settled) {
        boolean passes = failure instanceof Unavailable || failure instanceof Throttled;
        if (passes && !settled) {
            lookAgain();
        } else if (unsure != null && unsure != failure) {
            unsure.addSuppressed(failure);
            work.fail(unsure);
        } else {
            work.fail(failure);
        }
    }

    private void lookAgain() {
        Duration pause = setup.backoff().after(looks++);
        Duration soonest = Collections.min(List.of(pause, settling.left()));
        work.read(() -> setup.time().after(soonest, Scheduler.threads()), none -> look());
    }

    private void create() {
        if (maySend()) {
            work.call(true, () -> setup.customers().create(marked), this::created, this::notCreated);
        }
    }

    /** Decided together with who gives up, so that nothing is sent after the last one has left. */
    private synchronized boolean maySend() {
        if (!abandoned) {
            settling.begin();
        }
        return !abandoned;
    }

    private void created(CustomerHandle handle) {
        settling.begin();
        outcome().complete(handle);
    }

    private void notCreated(CustomersFailure failure) {
        if (failure.mayHaveTakenEffect()) {
            unsure = failure;
            settling.begin();
            look();
        } else {
            settling.stop();
            work.fail(failure);
        }
    }
}
