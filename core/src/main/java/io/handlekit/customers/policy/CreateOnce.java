package io.handlekit.customers.policy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.internal.ActiveReferences;
import io.handlekit.customers.policy.internal.CallSequence;
import io.handlekit.customers.policy.internal.Comparison;
import io.handlekit.customers.policy.internal.CreateOnceConfig;
import io.handlekit.customers.policy.internal.Marker;
import io.handlekit.customers.policy.internal.MarkerSearch;
import io.handlekit.customers.policy.internal.Scheduler;
import io.handlekit.customers.policy.internal.SystemScheduler;
import io.handlekit.customers.validation.CustomerRules;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A port that creates at most one customer per {@linkplain Reference reference}, even when the call is repeated.
 *
 * <p>The service cannot tell a repeated call from a second customer. {@code CreateOnce} therefore writes the reference
 * as a marker into the first line of {@code comments}, and searches for this marker before and after a create.
 *
 * <pre>{@code
 * CreateOnce customers = CreateOnce.over(port);
 * Reference reference = new Reference("order-4711"); // stored with the order, before the first call
 * CustomerHandle handle = BlockingCustomers.await(customers.create(reference, draft));
 * CustomerHandle same = BlockingCustomers.await(customers.create(reference, draft));
 * }</pre>
 *
 * <p>The comments of that customer begin with {@code [handlekit-ref: order-4711]}; {@link Builder#marker} sets another
 * format. Everyone who reads the customer sees the marker. If you remove the marker in the service's panel, or delete
 * the customer, the reference counts as new.
 *
 * <p><b>Limits.</b> Two customers are still possible in these cases:
 *
 * <ul>
 *   <li>two processes create with one reference at the same moment, since neither sees the other's customer yet;
 *   <li>a process restarts while its call is still executing, and repeats the call before the settle time is over;
 *   <li>the service needs longer than the settle time to execute a call or to list its customer.
 * </ul>
 *
 * <p>The next call then fails as {@link CustomersFailure.Ambiguous}, with all handles.
 *
 * <p>{@code CreateOnce} is a port for the same customers: {@link #update} keeps markers. A {@linkplain
 * #create(NewCustomer) plain create} creates a customer without a marker, even from a copy of a marked customer. All
 * other calls go straight to the underlying port.
 *
 * <p>Thread-safe. Share one instance: two calls at the same moment create one customer only if they use the same
 * instance. An instance keeps a reference and its draft in memory while a call for it is in progress, and until the
 * settle time after its create is over. Stages complete on a thread of the underlying port, or on one of the {@linkplain
 * Builder#executor executor} after a delay. There is nothing to close.
 */
public final class CreateOnce implements Customers {
    /** The default format of a marker. */
    public static final String DEFAULT_MARKER = "[handlekit-ref: {reference}]";

    /** The default settle time: 30 seconds, the same as the default deadline of an HTTP call. */
    public static final Duration DEFAULT_SETTLE_TIME = Duration.ofSeconds(30);

    private final Customers customers;
    private final Marker marker;
    private final MarkerSearch markerSearch;
    private final ActiveReferences active;
    private final Predicate<Finding> accepted;

    private CreateOnce(CreateOnceConfig config, Predicate<Finding> accepted) {
        this.accepted = accepted;
        customers = config.customers();
        marker = config.marker();
        markerSearch = config.markerSearch();
        active = new ActiveReferences(config);
    }

    /** Creates a decorator over this port, with the default marker and settle time. */
    public static CreateOnce over(Customers customers) {
        return builder(customers).build();
    }

    /** Returns a builder for another marker or settle time. */
    public static Builder builder(Customers customers) {
        return new Builder(customers);
    }

    /**
     * Returns the handle of the customer with this reference, and creates the customer if there is none.
     *
     * <p>It always searches first, because this call may repeat one that another process began. If there is a customer,
     * its handle is the result; the draft is not compared with it. If the create fails and {@linkplain
     * CustomersFailure#mayHaveTakenEffect() may have taken effect}, it searches repeatedly until the settle time is
     * over, and does not create again.
     *
     * <p>Calls with the same reference share one result while the first is in progress, and for the settle time after
     * its create; the first draft counts. If the first call was abandoned, the next one waits for what it had sent.
     *
     * @param reference the caller's name for this customer
     * @param draft the customer; markers in its comments are replaced by this reference's. A draft with errors fails as
     *     {@link Invalid}, and nothing is sent.
     * @return the handle; it fails with
     *     <ul>
     *       <li>the failure of the create: at once if it had no effect. If it may have had one, it fails after the
     *           settle time, when the customer did not appear or could not be searched for (the failure of the last
     *           search is then suppressed). Repeat the call when the customer can no longer appear: it searches first,
     *           then creates;
     *       <li>the failure of the first search: this call created nothing;
     *       <li>{@link CustomersFailure.Ambiguous}, if several customers have the marker, and {@link
     *           CustomersFailure.TooMany}, if the service ignores patterns. Deleted customers do not count.
     *     </ul>
     *     It takes as long as a search and a create; after an uncertain create, as long as the settle time and one more
     *     search. Cancelling its future affects this caller alone; what has been sent may still take effect.
     */
    public CompletionStage<CustomerHandle> create(Reference reference, NewCustomer draft) {
        Objects.requireNonNull(reference, "reference");
        NewCustomer marked = draft.toBuilder()
                .comments(marker.into(draft.comments(), reference.value()))
                .build();
        Findings findings = CustomerRules.check(marked).except(accepted);
        return findings.hasErrors()
                ? CompletableFuture.failedFuture(new Invalid(findings))
                : active.join(reference.value(), marked);
    }

    /**
     * Returns a handle for the wanted customer: does what {@link ReuseHandle#ensure} does, and creates at most one
     * customer for this reference.
     *
     * <pre>{@code
     * Ensured ensured = BlockingCustomers.await(customers.ensure(reference, order.handle(), wanted));
     * }</pre>
     *
     * <p>A current customer of the same names is updated where it differs. Otherwise the customer with this reference
     * is updated where it differs. If there is none, an equal customer is reused, or one is created as {@link
     * #create(Reference, NewCustomer)} does. A renamed customer is another customer, so it needs another reference: if
     * the customer with this reference has another name or company name, the call fails as {@link Invalid}, and nothing
     * is changed.
     *
     * @param reference the caller's name for the wanted customer
     * @param current the handle in use, if there is one; fails as {@link CustomersFailure.UnknownHandle} if it is
     *     unknown or deleted
     * @param wanted the customer as it should be; with errors the call fails as {@link Invalid}, and nothing is sent
     * @return the handle and what was done; fails with the failure of the call that failed
     */
    public CompletionStage<Ensured> ensure(Reference reference, Optional<CustomerHandle> current, NewCustomer wanted) {
        return ensure(reference, current, wanted, false);
    }

    /** Does the same as {@link #ensure}, but treats a current handle that is unknown or deleted as none. */
    public CompletionStage<Ensured> ensureOrReplace(
            Reference reference, Optional<CustomerHandle> current, NewCustomer wanted) {
        return ensure(reference, current, wanted, true);
    }

    private CompletionStage<Ensured> ensure(
            Reference reference, Optional<CustomerHandle> current, NewCustomer wanted, boolean replacesUnknown) {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
        Findings findings = CustomerRules.check(wanted).except(accepted);
        return findings.hasErrors()
                ? CompletableFuture.failedFuture(new Invalid(findings))
                : EnsureHandle.once(this, reference, new Comparison(wanted, marker), replacesUnknown)
                        .start(current);
    }

    /**
     * Searches for the customer with this reference.
     *
     * @param reference the caller's name for the customer
     * @return its handle, or empty if the service lists none; fails as {@link #create(Reference, NewCustomer)} does if
     *     there are several
     */
    public CompletionStage<Optional<CustomerHandle>> find(Reference reference) {
        Objects.requireNonNull(reference, "reference");
        CallSequence<Optional<CustomerHandle>> calls = new CallSequence<>();
        calls.read(() -> markerSearch.candidates(reference.value()), candidates -> {
            List<CustomerHandle> found = markerSearch.exact(reference.value(), candidates);
            if (found.size() > 1) {
                calls.fail(new CustomersFailure.Ambiguous(found, false));
            } else {
                calls.outcome().complete(found.stream().findFirst());
            }
        });
        return calls.outcome();
    }

    /** Creates a customer without a reference. Markers in its comments, which a copy brings along, are removed. */
    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        String comments = marker.without(draft.comments());
        return customers.create(
                comments.equals(draft.comments())
                        ? draft
                        : draft.toBuilder().comments(comments).build());
    }

    /**
     * Changes a customer and keeps its markers: markers that the new comments lack are put in front of them. If the
     * changes include comments, it reads the customer first. A change that another caller makes to the comments between
     * this read and the update is lost, since the service has no versions.
     *
     * <p>To remove a marker, update through the underlying port.
     */
    @Override
    public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        Objects.requireNonNull(handle, "handle");
        Findings findings = CustomerRules.check(changes).except(accepted);
        if (changes.comments().isKeep() || findings.hasErrors()) {
            return customers.update(handle, changes);
        }
        CallSequence<@Nullable Void> calls = new CallSequence<>();
        calls.read(
                () -> customers.get(handle),
                customer -> calls.call(
                        true,
                        () -> customers.update(handle, keepingMarkers(customer, changes)),
                        done -> calls.outcome().complete(null),
                        calls::fail));
        return calls.outcome();
    }

    private CustomerChanges keepingMarkers(Customer customer, CustomerChanges changes) {
        String next = changes.comments().applyTo(customer.comments(), "");
        return changes.toBuilder()
                .comments(marker.kept(customer.comments(), next))
                .build();
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return customers.get(handle);
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return customers.list(query);
    }

    /** Deletes a customer. Its reference counts as new afterwards. */
    @Override
    public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        Objects.requireNonNull(handle, "handle");
        CallSequence<@Nullable Void> calls = new CallSequence<>();
        calls.call(
                true,
                () -> customers.delete(handle),
                done -> {
                    active.forget(handle);
                    calls.outcome().complete(null);
                },
                failure -> {
                    if (failure.mayHaveTakenEffect()) {
                        active.forget(handle);
                    }
                    calls.fail(failure);
                });
        return calls.outcome();
    }

    Marker marker() {
        return marker;
    }

    /** Returns the number of references in memory. */
    int activeReferences() {
        return active.size();
    }

    /** Sets the format of the marker and the settle time. Not thread-safe. */
    public static final class Builder {
        private final Customers customers;
        private Marker marker = Marker.fromTemplate(DEFAULT_MARKER);
        private Duration settleTime = DEFAULT_SETTLE_TIME;
        private Scheduler scheduler = Scheduler.system();
        private Executor executor = SystemScheduler.SHARED_THREADS;
        private DoubleSupplier random = Math::random;
        private Predicate<Finding> accepted = finding -> false;

        private Builder(Customers customers) {
            this.customers = Objects.requireNonNull(customers, "customers");
        }

        /**
         * Sets the format of a marker. Use the same format in all programs that share references.
         *
         * @param template a text that contains {@code {reference}}, such as {@value #DEFAULT_MARKER}
         * @throws IllegalArgumentException unless the template contains {@code {reference}} once, between characters
         *     that no reference has, does not begin or end with a space, and is printable ASCII without quotes, angle
         *     brackets and {@code * % \ &}
         */
        public Builder marker(String template) {
            this.marker = Marker.fromTemplate(template);
            return this;
        }

        /**
         * Sets how long to search after a create whose outcome is unknown. Choose the longest time for which the
         * service may still execute an abandoned call, or not list its customer yet.
         *
         * @throws IllegalArgumentException unless it is between 1 millisecond and 1 day
         */
        public Builder settleTime(Duration settleTime) {
            if (settleTime.compareTo(Duration.ofMillis(1)) < 0 || settleTime.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException(
                        "settle time " + settleTime + " is out of range: use 1 millisecond to 1 day");
            }
            this.settleTime = settleTime;
            return this;
        }

        /**
         * Accepts findings, so that a customer with such an error is sent. Use it if a rule turns out to be wrong. The
         * underlying port must accept them too.
         */
        public Builder acceptFindings(Predicate<Finding> accepted) {
            this.accepted = Objects.requireNonNull(accepted, "accepted");
            return this;
        }

        /**
         * Sets the executor that starts searches after a delay, for example one of virtual threads. What it rejects
         * runs on the JDK's timer thread, so it must reject what it does not run. The default is up to eight daemon
         * threads, which all instances share and which end when they are idle.
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /** Replaces the clock and the random numbers, for tests. */
        Builder time(Scheduler scheduler, DoubleSupplier random) {
            this.scheduler = scheduler;
            this.random = random;
            return this;
        }

        /** Creates the decorator. */
        public CreateOnce build() {
            return new CreateOnce(
                    new CreateOnceConfig(customers, marker, settleTime, scheduler, executor, random), accepted);
        }
    }
}
