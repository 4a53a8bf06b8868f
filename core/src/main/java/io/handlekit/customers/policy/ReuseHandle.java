package io.handlekit.customers.policy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.internal.Comparison;
import io.handlekit.customers.policy.internal.Marker;
import io.handlekit.customers.validation.CustomerRules;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * A policy that returns a handle for the wanted customer and creates no more handles than needed: it updates the
 * current handle, or reuses an equal one, or creates one. It never changes a customer that you did not name, even if
 * the e-mail address or the name is the same.
 *
 * <pre>{@code
 * ReuseHandle handles = ReuseHandle.over(customers);
 * Ensured ensured = BlockingCustomers.await(handles.ensure(order.handle(), wanted));
 * order.setHandle(ensured.handle());
 * }</pre>
 *
 * <p>With a current handle:
 *
 * <ul>
 *   <li>If the name and company name are the same, exactly the sections that differ are updated. If none differs, only
 *       the read is sent.
 *   <li>If the name or company name differs, the call continues as if there were no current handle, since the service
 *       cannot change names. The current customer stays as it is: domains may still use it.
 *   <li>If the service does not know the handle, or shows it as deleted, the call fails as {@link
 *       CustomersFailure.UnknownHandle}: the handle may be mistyped, or belong to another account. {@link
 *       #ensureOrReplace} continues as if there were none.
 * </ul>
 *
 * <p>Without a current handle, a customer that is equal in every field is reused; if there are several, the one with
 * the lowest id. If there is none, a customer is created. At most 500 customers with the e-mail address and last name
 * are listed, and at most 20 of those with the same names are read. An equal customer beyond these limits is not found.
 *
 * <p><b>When fields are equal.</b> Fields are compared exactly, with these exceptions:
 *
 * <ul>
 *   <li>An empty locale equals any locale, because the service chooses one.
 *   <li>Empty initials equal any initials, because the service may derive them.
 *   <li>The order of tags and of fields in additional data does not count. An empty field equals an absent one.
 *   <li>Several items of extension data with one name count as one.
 *   <li>Markers of {@link CreateOnce} in comments do not count. An update keeps those of the existing customer, and a
 *       new customer gets none. If your marker has a format of its own, set it with {@link Builder#marker}.
 * </ul>
 *
 * <p>A service that trims or normalizes texts may store another text than you sent, which then never equals the wanted
 * one. {@link CustomerRules} has a WARNING for each such text.
 *
 * <p>The outcome is the same over a port, over a {@link CreateOnce}, and over any decorator of either.
 *
 * <p><b>Limits.</b> Two calls at the same moment for the same new customer may both create one. A customer created here
 * has no {@linkplain Reference reference}. After a failure that {@linkplain CustomersFailure#mayHaveTakenEffect() may
 * have taken effect}, repeat the call: once the service lists a customer that was created after all, it is found as an
 * equal one. {@link CreateOnce#ensure} gives a stronger guarantee.
 *
 * <p>Thread-safe. Stages complete on a thread of the underlying port.
 */
public final class ReuseHandle {
    private final Customers customers;
    private final Marker marker;
    private final Predicate<Finding> accepted;

    private ReuseHandle(Builder builder) {
        customers = builder.customers;
        marker = builder.marker;
        accepted = builder.accepted;
    }

    /** Creates the policy over this port. */
    public static ReuseHandle over(Customers customers) {
        return builder(customers).build();
    }

    /** Returns a builder for another marker, or to accept findings. */
    public static Builder builder(Customers customers) {
        return new Builder(customers);
    }

    /**
     * Returns a handle for the wanted customer.
     *
     * @param current the handle in use, if there is one
     * @param wanted the customer as it should be; with errors the call fails as {@link Invalid}, and nothing is sent
     * @return the handle and what was done; fails with the failure of the call that failed, and as {@link
     *     CustomersFailure.UnknownHandle} if the current handle is unknown or deleted. Only an update or a create
     *     {@link CustomersFailure#mayHaveTakenEffect() may have taken effect}. Cancelling its future cancels the call
     *     in progress.
     */
    public CompletionStage<Ensured> ensure(Optional<CustomerHandle> current, NewCustomer wanted) {
        return ensure(current, wanted, false);
    }

    /** Does the same as {@link #ensure}, but treats a current handle that is unknown or deleted as none. */
    public CompletionStage<Ensured> ensureOrReplace(Optional<CustomerHandle> current, NewCustomer wanted) {
        return ensure(current, wanted, true);
    }

    private CompletionStage<Ensured> ensure(
            Optional<CustomerHandle> current, NewCustomer wanted, boolean replacesUnknown) {
        Objects.requireNonNull(current, "current");
        Findings findings = CustomerRules.check(wanted).except(accepted);
        return findings.hasErrors()
                ? CompletableFuture.failedFuture(new Invalid(findings))
                : EnsureHandle.over(customers, new Comparison(wanted, marker), replacesUnknown)
                        .start(current);
    }

    /** Sets the format of markers, and which findings to accept. Not thread-safe. */
    public static final class Builder {
        private final Customers customers;
        private Marker marker = Marker.fromTemplate(CreateOnce.DEFAULT_MARKER);
        private Predicate<Finding> accepted = finding -> false;

        private Builder(Customers customers) {
            this.customers = Objects.requireNonNull(customers, "customers");
        }

        /**
         * Sets the format of the markers that do not count. Use the format of {@link CreateOnce.Builder#marker}.
         *
         * @throws IllegalArgumentException as {@link CreateOnce.Builder#marker} does
         */
        public Builder marker(String template) {
            this.marker = Marker.fromTemplate(template);
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

        /** Creates the policy. */
        public ReuseHandle build() {
            return new ReuseHandle(this);
        }
    }
}
