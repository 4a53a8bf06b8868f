package io.handlekit.customers;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The port: the customers of one reseller at Openprovider.
 *
 * <p>Every method returns at once, never blocks, and throws nothing but {@link NullPointerException} for a {@code null}
 * argument ({@link #listAll}, which calls nobody yet, refuses a bound below 1 as well). Whatever goes wrong comes
 * through the stage, and is a {@link CustomersFailure}; stages that are derived from it wrap it in a {@link
 * java.util.concurrent.CompletionException}, as those of the JDK do. All methods may be called from several threads.
 * Cancelling a stage's future abandons the call; what has been sent may still take effect.
 *
 * <p>{@link BlockingCustomers} offers the same, waiting. What every implementation owes its callers is written down as
 * rules with ids ({@code C01} …) in {@code CustomersContract} of handlekit-conformance. Rule C16 is that no call
 * waits for the service; rules C18 to C20 are about calls that come together: one after the other, while the service
 * fails, and at once. Calls at once for one customer take effect in some order.
 *
 * <pre>{@code
 * customers.create(draft)
 *     .thenCompose(handle -> customers.update(handle, changes).thenCompose(done -> customers.get(handle)))
 *     .thenAccept(customer -> show(customer));
 * }</pre>
 */
public interface Customers {
    /**
     * Creates a customer (rules C01, C02, C05, C08, C19, C20). The service has no way to tell a repeated call from a
     * second customer: after a failure that {@linkplain CustomersFailure#mayHaveTakenEffect() may have taken effect},
     * calling again may make a second handle.
     *
     * @param draft the customer; a draft with errors fails as {@link CustomersFailure.Invalid}, and nothing is sent
     * @return the new customer's handle
     */
    CompletionStage<CustomerHandle> create(NewCustomer draft);

    /**
     * Changes the sections of a customer that are given, and no others (rules C03, C04, C06, C07). The WHOIS data of
     * all domains with this handle change too.
     *
     * @param handle the customer; one that the service does not know fails as {@link CustomersFailure.UnknownHandle}
     * @param changes what to change; changes with errors fail as {@link CustomersFailure.Invalid}, and nothing is sent
     * @return completed when the service has accepted all of it
     */
    CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes);

    /**
     * Reads a customer with all additional data (rules C02, C07).
     *
     * @param handle the customer; one that the service does not know fails as {@link CustomersFailure.UnknownHandle}
     * @return the customer
     */
    CompletionStage<Customer> get(CustomerHandle handle);

    /**
     * Lists one page of the customers that fit a query (rules C11, C12, C13, C14, C15, C21). Customers that come
     * or go between two pages may shift the others, so that one is seen twice or not at all.
     *
     * @param query which customers, and which page of them
     * @return the page; an empty one if nobody fits, or if the page starts after the last of them
     */
    CompletionStage<CustomerPage> list(CustomerQuery query);

    /**
     * All customers that fit a query, page by page. Nothing is asked for until the pages are walked.
     *
     * <p>They are sorted by id unless the query says otherwise, so that new customers come last and shift nobody. A
     * customer created meanwhile may be seen or not. Where one is deleted meanwhile, those after it move up, and one of
     * them may be passed over.
     *
     * @param query which customers; its limit is the size of a page, and its offset where to begin
     * @param most how many customers to see at most; a walk that would go on after them fails as {@link
     *     CustomersFailure.TooMany}
     * @return the pages
     * @throws IllegalArgumentException if {@code most} is less than 1
     */
    default CustomerPages listAll(CustomerQuery query, int most) {
        return new CustomerPages(this, query, most);
    }

    /**
     * Deletes a customer (rules C09, C10). A customer that is still in use is not deleted, and the call fails as {@link
     * CustomersFailure.Rejected}: with code 187 or 6200 for the handle of a domain, with 6206 for a default handle of
     * the account.
     *
     * @param handle the customer; one that the service does not know fails as {@link CustomersFailure.UnknownHandle},
     *     and so does one that was deleted before
     * @return completed when the service has deleted the customer
     */
    CompletionStage<@Nullable Void> delete(CustomerHandle handle);
}
