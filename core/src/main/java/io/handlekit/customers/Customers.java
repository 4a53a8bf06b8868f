package io.handlekit.customers;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The port: the customers of one reseller at Openprovider.
 *
 * <p>Every method returns at once, never blocks, and throws nothing but {@link NullPointerException} for a {@code null}
 * argument ({@link #listAll}, which makes no call, also refuses a maximum below 1). A call that fails completes its
 * stage with a {@link CustomersFailure}. Dependent stages wrap it in a {@link
 * java.util.concurrent.CompletionException}, as the JDK does. All methods are thread-safe. Cancelling a stage's future
 * abandons the call; what has been sent may still take effect.
 *
 * <p>{@link BlockingCustomers} offers the same methods as blocking calls. {@code CustomersContract} of
 * handlekit-conformance states the rules for every implementation, with ids ({@code C01} …). Rule C16: no call waits
 * for the service. Rules C18 to C20: several calls, made one after the other, while the service fails, and at the same
 * time. Calls for one customer at the same time take effect in some order.
 *
 * <pre>{@code
 * customers.create(draft)
 *     .thenCompose(handle -> customers.update(handle, changes).thenCompose(done -> customers.get(handle)))
 *     .thenAccept(customer -> show(customer));
 * }</pre>
 */
public interface Customers {
    /**
     * Creates a customer (rules C01, C02, C05, C08, C19, C20). The service cannot tell a repeated call from a second
     * customer: after a failure that {@linkplain CustomersFailure#mayHaveTakenEffect() may have taken effect}, calling
     * again may create a second handle.
     *
     * @param draft the customer; a draft with errors fails as {@link CustomersFailure.Invalid}, and nothing is sent
     * @return the new customer's handle
     */
    CompletionStage<CustomerHandle> create(NewCustomer draft);

    /**
     * Changes the given sections of a customer, and no others (rules C03, C04, C06, C07). The WHOIS data of all domains
     * with this handle change too.
     *
     * @param handle the customer; an unknown handle fails as {@link CustomersFailure.UnknownHandle}
     * @param changes what to change; changes with errors fail as {@link CustomersFailure.Invalid}, and nothing is sent
     * @return completed when the service has accepted all changes
     */
    CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes);

    /**
     * Reads a customer with all additional data (rules C02, C07).
     *
     * @param handle the customer; an unknown handle fails as {@link CustomersFailure.UnknownHandle}
     * @return the customer
     */
    CompletionStage<Customer> get(CustomerHandle handle);

    /**
     * Lists one page of the customers that match a query (rules C11, C12, C13, C14, C15, C21). Customers created or
     * deleted between two pages may shift the others, so that one is seen twice or not at all.
     *
     * @param query the filters, the order and the page
     * @return the page; empty if no customer matches, or if the page starts after the last one
     */
    CompletionStage<CustomerPage> list(CustomerQuery query);

    /**
     * Returns all customers that match a query, page by page. Nothing is requested until you walk the pages.
     *
     * <p>They are sorted by id unless the query has a sort, so that new customers come last and shift no others. If the
     * service refuses this order, they come in its own order, which has been observed to be by id as well. A customer
     * created during the walk may be seen or not. A customer deleted during the walk hides no other, because the pages
     * overlap.
     *
     * @param query the filters and the order; its limit is the size of a page, {@link CustomerQuery#MAX_LIMIT} if it is
     *     not set, and its offset the start
     * @param maxCustomers the greatest number of customers to see; if there are more, the walk fails as {@link
     *     CustomersFailure.TooMany}
     * @return the pages
     * @throws IllegalArgumentException if {@code maxCustomers} is less than 1
     */
    default CustomerPages listAll(CustomerQuery query, int maxCustomers) {
        return new CustomerPages(this, query, maxCustomers);
    }

    /**
     * Deletes a customer (rules C09, C10). If the customer is still in use, the call fails as {@link
     * CustomersFailure.Rejected}: with code 187 or 6200 for the handle of a domain, with 6206 for a default handle of
     * the account.
     *
     * @param handle the customer; an unknown or deleted handle fails as {@link CustomersFailure.UnknownHandle}
     * @return completed when the service has deleted the customer
     */
    CompletionStage<@Nullable Void> delete(CustomerHandle handle);
}
