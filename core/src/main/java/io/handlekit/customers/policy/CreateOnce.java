package io.handlekit.customers.policy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.internal.ActiveReferences;
import io.handlekit.customers.policy.internal.CallSequence;
import io.handlekit.customers.policy.internal.CreateOnceConfig;
import io.handlekit.customers.policy.internal.Marker;
import io.handlekit.customers.policy.internal.MarkerSearch;
import io.handlekit.customers.policy.internal.Scheduler;
import io.handlekit.customers.validation.CustomerRules;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Customers, of whom one alone is created for each {@linkplain Reference reference} of the caller, however often and
 * with whatever accidents the call is repeated. The service has nothing to tell a repeated call from a second customer;
 * so the reference travels as a marker in the first line of {@code comments}, and is looked for before and after.
 *
 * <pre>{@code
 * CreateOnce customers = CreateOnce.over(port);
 * Reference reference = new Reference("order-4711"); // stored with the order, before the first call
 * CustomerHandle handle = BlockingCustomers.await(customers.create(reference, draft));
 * CustomerHandle same = BlockingCustomers.await(customers.create(reference, draft));
 * }</pre>
 *
 * <p>The comments of that customer begin with {@code [handlekit-ref: order-4711]}; {@link Builder#marker} words it
 * otherwise. Whoever reads the customer sees the marker, and whoever removes it in the service's panel makes the
 * reference a fresh one. So does whoever deletes the customer.
 *
 * <p><b>What it cannot promise.</b> Two processes that create with one reference at the same moment may make two
 * customers: neither sees the other's yet. So may a process that is restarted while its call is still executing, and
 * repeats it before the settle time is over, as well as a service that takes longer than the settle time to execute a
 * call or to list its customer. The next call then fails as {@link CustomersFailure.Ambiguous}, with all handles.
 *
 * <p>It is a port itself, for the same customers: {@link #update} keeps markers; a {@linkplain #create(NewCustomer)
 * plain create} makes a customer without one, even of a copy of a marked customer; all else goes straight to the port
 * beneath.
 *
 * <p>May be used by several threads; one object for all of them, since it is within one object that two calls at the
 * same moment make one customer. It keeps a reference and its draft in memory while a call for it is under way, and
 * until the settle time after its create is over. Stages complete on a thread of the port beneath.
 */
public final class CreateOnce implements Customers {
    /** How a reference is written unless another form is set. */
    public static final String DEFAULT_MARKER = "[handlekit-ref: {reference}]";

    /** The settle time unless another one is set: 30 seconds, as the deadline of a call over HTTP. */
    public static final Duration DEFAULT_SETTLE_TIME = Duration.ofSeconds(30);

    private final Customers customers;
    private final Marker marker;
    private final MarkerSearch lookUp;
    private final ActiveReferences attempts;

    private CreateOnce(CreateOnceConfig setup) {
        customers = setup.customers();
        marker = setup.marker();
        lookUp = setup.lookUp();
        attempts = new ActiveReferences(setup);
    }

    /** Over this port, with the usual marker and settle time. */
    public static CreateOnce over(Customers customers) {
        return builder(customers).build();
    }

    /** A form for another marker or settle time. */
    public static Builder builder(Customers customers) {
        return new Builder(customers);
    }

    /**
     * The customer of this reference, created unless it is there.
     *
     * <p>It looks first, always: this call may be the repetition of one that another process began. If there is a
     * customer, its handle is the outcome, and the draft is not compared with it. If the create fails and {@linkplain
     * CustomersFailure#mayHaveTakenEffect() may have taken effect}, it looks again and again for the settle time, and
     * does not create again. Calls with this reference, while another one is under way or for the settle time after its
     * create, share what comes of that one, or go on where it was given up; the first draft counts then.
     *
     * @param reference the caller's name for this customer
     * @param draft the customer; markers in its comments are replaced by this reference's. One with errors fails as
     *     {@link Invalid}, and nothing is sent.
     * @return the handle, or
     *     <ul>
     *       <li>the failure of the create, at once if it had no effect. If it may have had one, the customer did not
     *           show up in the settle time, or could not be looked for (the last look-up's failure is then a suppressed
     *           one): calling once more looks first and then creates, so do that when the customer is not still on its
     *           way;
     *       <li>the failure of the first look-up: nothing was created by this call;
     *       <li>{@link CustomersFailure.Ambiguous}, if several customers have the marker, and {@link
     *           CustomersFailure.TooMany}, if the service does not look at patterns. Deleted customers do not count.
     *     </ul>
     *     It takes as long as a look-up and a create, and after an uncertain create as long as the settle time and a
     *     look-up more. Cancelling its future gives up for this caller alone; what has been sent may still take effect.
     */
    public CompletionStage<CustomerHandle> create(Reference reference, NewCustomer draft) {
        Objects.requireNonNull(reference, "reference");
        NewCustomer marked = draft.toBuilder()
                .comments(marker.into(draft.comments(), reference))
                .build();
        Findings findings = CustomerRules.check(marked);
        return findings.hasErrors()
                ? CompletableFuture.failedFuture(new Invalid(findings))
                : attempts.join(reference, marked);
    }

    /**
     * The customer of this reference, if the service lists one.
     *
     * @param reference the caller's name for the customer
     * @return its handle; fails as {@link #create(Reference, NewCustomer)} does if there are several
     */
    public CompletionStage<Optional<CustomerHandle>> find(Reference reference) {
        Objects.requireNonNull(reference, "reference");
        CallSequence<Optional<CustomerHandle>> work = new CallSequence<>();
        work.read(() -> lookUp.candidates(reference), candidates -> {
            List<CustomerHandle> found = lookUp.exact(reference, candidates);
            if (found.size() > 1) {
                work.fail(new CustomersFailure.Ambiguous(found, false));
            } else {
                work.outcome().complete(found.stream().findFirst());
            }
        });
        return work.outcome();
    }

    /** Creates a customer without a reference: markers in its comments, left there by a copy, are removed. */
    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        String comments = marker.without(draft.comments());
        return customers.create(
                comments.equals(draft.comments())
                        ? draft
                        : draft.toBuilder().comments(comments).build());
    }

    /**
     * Changes a customer as the port beneath does, and keeps its markers: those that new or cleared comments lack are
     * put before them. For that it reads the customer first, if comments are changed at all. Whatever another caller
     * does to the comments between that read and the update is lost, since the service has no versions.
     *
     * <p>To remove a marker, update through the port beneath.
     */
    @Override
    public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        Objects.requireNonNull(handle, "handle");
        Findings findings = CustomerRules.check(changes);
        if (changes.comments().isKeep() || findings.hasErrors()) {
            return customers.update(handle, changes);
        }
        CallSequence<@Nullable Void> work = new CallSequence<>();
        work.read(
                () -> customers.get(handle),
                customer -> work.call(
                        true,
                        () -> customers.update(handle, keepingMarkers(customer, changes)),
                        done -> work.outcome().complete(null),
                        work::fail));
        return work.outcome();
    }

    private CustomerChanges keepingMarkers(Customer customer, CustomerChanges changes) {
        String next = changes.comments().over(customer.comments(), "");
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

    /** Deletes a customer as the port beneath does; its reference is a fresh one from then on. */
    @Override
    public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        Objects.requireNonNull(handle, "handle");
        CallSequence<@Nullable Void> work = new CallSequence<>();
        work.call(
                true,
                () -> customers.delete(handle),
                done -> {
                    attempts.forget(handle);
                    work.outcome().complete(null);
                },
                failure -> {
                    if (failure.mayHaveTakenEffect()) {
                        attempts.forget(handle);
                    }
                    work.fail(failure);
                });
        return work.outcome();
    }

    Marker marker() {
        return marker;
    }

    /** How many references it holds. */
    int held() {
        return attempts.size();
    }

    /** Says how references are written and how long to look for them. Not for use by several threads. */
    public static final class Builder {
        private final Customers customers;
        private Marker marker = Marker.of(DEFAULT_MARKER);
        private Duration settleTime = DEFAULT_SETTLE_TIME;
        private Scheduler time = Scheduler.system();
        private DoubleSupplier random = Math::random;

        private Builder(Customers customers) {
            this.customers = Objects.requireNonNull(customers, "customers");
        }

        /**
         * Sets how a reference is written. All who look for it have to write it alike.
         *
         * @param template a text with {@code {reference}} in it, such as {@value #DEFAULT_MARKER}
         * @throws IllegalArgumentException unless the place is there once, between signs that no reference has, and the
         *     template neither begins nor ends with a space, and is of printable ASCII without quotes, angle brackets
         *     and {@code * % \ &}
         */
        public Builder marker(String template) {
            this.marker = Marker.of(template);
            return this;
        }

        /**
         * Sets for how long to look after a create whose outcome is not known: as long as a call may still be
         * executing, or its customer not be listed yet, after its caller has given up.
         *
         * @throws IllegalArgumentException unless it is between a millisecond and a day
         */
        public Builder settleTime(Duration settleTime) {
            if (settleTime.compareTo(Duration.ofMillis(1)) < 0 || settleTime.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("a settle time is between a millisecond and a day");
            }
            this.settleTime = settleTime;
            return this;
        }

        /** Lets time and chance be a test's. */
        Builder time(Scheduler time, DoubleSupplier random) {
            this.time = time;
            this.random = random;
            return this;
        }

        /** Creates once, from now on. */
        public CreateOnce build() {
            return new CreateOnce(new CreateOnceConfig(customers, marker, settleTime, time, random));
        }
    }
}
