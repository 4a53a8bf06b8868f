package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Ambiguous;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to find or create the customer of a reference, shared by all its callers: search, create, and search
 * again until the settle time is over.
 */
final class CreateAttempt {
    private final CreateOnceConfig config;
    private final String reference;
    private final NewCustomer marked;
    private final SettleTime settleTime;
    private final CallSequence<CustomerHandle> calls = new CallSequence<>();
    private int callers;
    private boolean abandoned;
    private int searches;
    private @Nullable CustomersFailure uncertain;

    CreateAttempt(CreateOnceConfig config, String reference, NewCustomer marked, SettleTime settleTime) {
        this.config = config;
        this.reference = reference;
        this.marked = marked;
        this.settleTime = settleTime;
    }

    CompletableFuture<CustomerHandle> outcome() {
        return calls.outcome();
    }

    SettleTime settleTime() {
        return settleTime;
    }

    /** Adds a caller. Returns false if the attempt has failed or was abandoned. */
    synchronized boolean join() {
        if (abandoned || outcome().isCompletedExceptionally()) {
            return false;
        }
        callers++;
        return true;
    }

    /** Removes a caller. Cancels the attempt if it was the last one. */
    void leave() {
        synchronized (this) {
            callers--;
            if (callers > 0 || outcome().isDone()) {
                return;
            }
            abandoned = true;
        }
        outcome().cancel(true);
    }

    void start() {
        search();
    }

    /** A customer that a search does not show may still appear if the search began within the settle time. */
    private void search() {
        boolean settled = settleTime.left().isZero();
        calls.call(
                false,
                () -> config.markerSearch().candidates(reference),
                candidates -> decide(candidates, settled),
                failure -> decide(failure, settled));
    }

    private void decide(List<ListedCustomer> candidates, boolean settled) {
        List<CustomerHandle> found = config.markerSearch().exact(reference, candidates);
        if (found.size() == 1) {
            outcome().complete(found.get(0));
        } else if (!found.isEmpty()) {
            calls.fail(new Ambiguous(found, uncertain != null));
        } else if (!settled) {
            searchAgain();
        } else if (uncertain != null) {
            calls.fail(uncertain);
        } else {
            create();
        }
    }

    private void decide(CustomersFailure failure, boolean settled) {
        if (failure.isTransient() && !settled) {
            searchAgain();
        } else if (uncertain != null && uncertain != failure) {
            CustomersFailure own = uncertain.withCurrentStack(); // the port may share its failure
            own.addSuppressed(failure);
            calls.fail(own);
        } else {
            calls.fail(failure);
        }
    }

    private void searchAgain() {
        Duration backoff = config.backoff().after(searches++);
        Duration delay = Collections.min(List.of(backoff, settleTime.left()));
        calls.call(
                false,
                () -> config.scheduler().after(delay, config.executor()),
                none -> search(),
                noTimer -> decide(noTimer, true));
    }

    private void create() {
        if (maySend()) {
            calls.call(true, () -> config.customers().create(marked), this::created, this::notCreated);
        }
    }

    /** Synchronized with {@link #leave}, so that nothing is sent after the last caller has left. */
    private synchronized boolean maySend() {
        if (!abandoned) {
            settleTime.begin();
        }
        return !abandoned;
    }

    private void created(CustomerHandle handle) {
        settleTime.begin();
        outcome().complete(handle);
    }

    private void notCreated(CustomersFailure failure) {
        if (failure.mayHaveTakenEffect()) {
            uncertain = failure;
            settleTime.begin();
            search();
        } else {
            settleTime.stop();
            calls.fail(failure);
        }
    }
}
