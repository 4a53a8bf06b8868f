package io.handlekit.customers.policy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.internal.Comparison;
import io.handlekit.customers.policy.internal.EnsureHandle;
import io.handlekit.customers.validation.CustomerRules;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * A handle for a customer as it should be, with no more handles than are needed: changes the one there is, or reuses an
 * equal one, or creates. It never touches a customer that the caller did not name, only because an e-mail address or a
 * name is the same.
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
 *   <li>the name and company name are the same: exactly the sections that differ are updated, and if none does, nothing
 *       is sent but the read;
 *   <li>one of them is another: a customer is created, since the service keeps names for good. The current one is left
 *       alone: domains may still use it.
 *   <li>the service does not know it, or says that it was deleted: as if there were none.
 * </ul>
 *
 * <p>Without one, a customer that is equal in every field is reused, the one with the lowest id if there are several;
 * if there is none, one is created. Customers with this e-mail address and last name are listed, the first 500 of them
 * at most, and those with the same names are read, the first 20 at most. An equal one that hides behind so many others
 * is not found.
 *
 * <p><b>When fields are equal.</b> Letter by letter, with these exceptions. An empty locale is equal to any: the
 * service chooses one, and is left to it. Empty initials are those of the current customer, whatever they are, as the
 * service may make them up; but to reuse another handle they have to be empty there too. Tags, and fields of additional
 * data, may stand in any order, and a field that is empty is as good as none. Extension data of one name in several
 * items count as one. Over a {@link CreateOnce}, markers in comments are no difference.
 *
 * <p><b>What it does not promise.</b> It changes nothing at the same moment as another: two calls for the same new
 * customer may both create; and what it creates has no {@linkplain Reference reference}. After a failure that
 * {@linkplain CustomersFailure#mayHaveTakenEffect() may have taken effect}, call again without a current handle if the
 * name was changed: a customer that was created after all is then found as an equal one, once the service lists it. For
 * more than that, use {@link CreateOnce}.
 *
 * <p>May be used by several threads. Stages complete on a thread of the port beneath.
 */
public final class ReuseHandle {
    private final Customers customers;
    private final UnaryOperator<String> comments;

    private ReuseHandle(Customers customers, UnaryOperator<String> comments) {
        this.customers = customers;
        this.comments = comments;
    }

    /** Over this port. */
    public static ReuseHandle over(Customers customers) {
        Objects.requireNonNull(customers, "customers");
        return customers instanceof CreateOnce once
                ? new ReuseHandle(once, once.marker()::without)
                : new ReuseHandle(customers, UnaryOperator.identity());
    }

    /**
     * A handle of a customer who is as wanted.
     *
     * @param current the handle in use, if there is one
     * @param wanted what the customer should be like; with errors it fails as {@link Invalid}, and nothing is sent
     * @return the handle and what was done; or the failure of the call that failed, and only an update or create {@link
     *     CustomersFailure#mayHaveTakenEffect() may have taken effect}. Cancelling its future gives up the call under
     *     way.
     */
    public CompletionStage<Ensured> ensure(Optional<CustomerHandle> current, NewCustomer wanted) {
        Objects.requireNonNull(current, "current");
        Findings findings = CustomerRules.check(wanted);
        return findings.hasErrors()
                ? CompletableFuture.failedFuture(new Invalid(findings))
                : new EnsureHandle(customers, new Comparison(wanted, comments)).start(current);
    }
}
