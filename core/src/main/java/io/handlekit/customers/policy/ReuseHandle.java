package io.handlekit.customers.policy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.internal.Comparison;
import io.handlekit.customers.validation.CustomerRules;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

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
 *   <li>If the name or company name differs, a new customer is created, since the service cannot change names. The
 *       current one stays as it is: domains may still use it.
 *   <li>If the service does not know the handle, or says that it was deleted, the call continues as if there were none.
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
 *   <li>Empty initials equal any initials of the current customer, because the service may derive them. To reuse
 *       another handle, its initials must be empty too.
 *   <li>The order of tags and of fields in additional data does not count. An empty field equals an absent one.
 *   <li>Several items of extension data with one name count as one.
 *   <li>Over a {@link CreateOnce}, markers in comments do not count.
 * </ul>
 *
 * <p>A service that trims or normalizes texts may store another text than you sent, which then never equals the wanted
 * one. {@link CustomerRules} has a WARNING for each such text.
 *
 * <p><b>Limits.</b> Two calls at the same moment for the same new customer may both create one. A customer created here
 * has no {@linkplain Reference reference}. After a failure that {@linkplain CustomersFailure#mayHaveTakenEffect() may
 * have taken effect}, call again without a current handle if the name was changed: once the service lists a customer
 * that was created after all, it is found as an equal one. Use {@link CreateOnce} for a stronger guarantee.
 *
 * <p>Thread-safe. Stages complete on a thread of the underlying port.
 */
public final class ReuseHandle {
    private final Customers customers;
    private final UnaryOperator<String> comments;

    private ReuseHandle(Customers customers, UnaryOperator<String> comments) {
        this.customers = customers;
        this.comments = comments;
    }

    /** Creates the policy over this port. */
    public static ReuseHandle over(Customers customers) {
        Objects.requireNonNull(customers, "customers");
        return customers instanceof CreateOnce once
                ? new ReuseHandle(once, once.marker()::without)
                : new ReuseHandle(customers, UnaryOperator.identity());
    }

    /**
     * Returns a handle for the wanted customer.
     *
     * @param current the handle in use, if there is one
     * @param wanted the customer as it should be; with errors the call fails as {@link Invalid}, and nothing is sent
     * @return the handle and what was done; fails with the failure of the call that failed. Only an update or a create
     *     {@link CustomersFailure#mayHaveTakenEffect() may have taken effect}. Cancelling its future cancels the call
     *     in progress.
     */
    public CompletionStage<Ensured> ensure(Optional<CustomerHandle> current, NewCustomer wanted) {
        Objects.requireNonNull(current, "current");
        Findings findings = CustomerRules.check(wanted);
        return findings.hasErrors()
                ? CompletableFuture.failedFuture(new Invalid(findings))
                : new EnsureHandle(customers, new Comparison(wanted, comments)).start(current);
    }
}
