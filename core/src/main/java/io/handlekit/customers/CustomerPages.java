package io.handlekit.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All customers that match a query, page by page; returned by {@link Customers#listAll}. Nothing is requested until you
 * walk the pages, and each walk starts from the beginning. {@link BlockingCustomers#listAll} returns a stream instead.
 *
 * <pre>{@code
 * CustomerPages pages = customers.listAll(CustomerQuery.all().where(Field.LAST_NAME, "Lovel*"), 10_000);
 * pages.walk(page -> store(page).thenApply(stored -> true)); // requests the next page when this one is stored
 * pages.toList().thenAccept(all -> show(all));
 * }</pre>
 *
 * <p>A walk shows each customer once. Each page repeats the last customer of the page before, so that a delete between
 * two pages hides no customer: if the repeated one is not the first of the page, the walk steps back. The walk ends at
 * an empty page, or at a page that is shorter than the limit and reaches the total of the service, so it ends even if
 * the total is wrong. If a page that is not the last shows no new customer, the walk fails as {@link
 * CustomersFailure.Unavailable}, because it would never end. If a call fails, the walk fails with the same failure. It
 * repeats a call only once, without the order by id, if the service refuses that order.
 *
 * <p>Thread-safe. The methods never block, and throw nothing but {@link NullPointerException} for a {@code null}
 * argument.
 */
public final class CustomerPages {
    private final Customers customers;
    private final CustomerQuery query;
    private final int maxCustomers;

    CustomerPages(Customers customers, CustomerQuery query, int maxCustomers) {
        this.customers = customers;
        this.query = query;
        this.maxCustomers = maxCustomers;
        new PageCursor(query, maxCustomers);
    }

    /**
     * Passes page after page to a visitor. It requests the next page when the visitor has finished the previous one, so
     * it keeps at most one page in memory.
     *
     * @param visitor receives the customers of a page that no earlier page had, and completes with true to continue; if
     *     it fails, the walk fails with the same failure
     * @return completed when the visitor has seen all customers or stopped the walk; fails as {@link
     *     CustomersFailure.TooMany} when the visitor has seen the maximum and there are more. Cancelling its future
     *     cancels the request in progress.
     */
    public CompletionStage<@Nullable Void> walk(Function<List<ListedCustomer>, CompletionStage<Boolean>> visitor) {
        return new PageWalk(customers, new PageCursor(query, maxCustomers), Objects.requireNonNull(visitor, "visitor"))
                .start();
    }

    /**
     * Collects all customers in memory.
     *
     * @return all customers, in the order of the query; fails as {@link #walk} does
     */
    public CompletionStage<List<ListedCustomer>> toList() {
        List<ListedCustomer> all = new ArrayList<>();
        CompletableFuture<List<ListedCustomer>> outcome = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> walk = walk(page -> {
                    all.addAll(page);
                    return CompletableFuture.completedFuture(true);
                })
                .toCompletableFuture();
        walk.whenComplete((none, failure) -> {
            if (failure == null) {
                outcome.complete(List.copyOf(all));
            } else {
                outcome.completeExceptionally(failure);
            }
        });
        outcome.whenComplete((list, failure) -> walk.cancel(true));
        return outcome;
    }

    /** Returns the query without its patterns, and the maximum. */
    @Override
    public String toString() {
        return "CustomerPages[" + query + ", at most " + maxCustomers + "]";
    }
}
