package io.handlekit.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All customers that fit a query, page by page; {@link Customers#listAll} makes it. Nothing is asked for until it is
 * walked, and each walk begins anew. {@link BlockingCustomers#listAll} has the same as a stream.
 *
 * <pre>{@code
 * CustomerPages pages = customers.listAll(CustomerQuery.all().where(Field.LAST_NAME, "Lovel*"), 10_000);
 * pages.walk(page -> store(page).thenApply(stored -> true)); // the next page is asked for when this one is stored
 * pages.toList().thenAccept(all -> show(all));
 * }</pre>
 *
 * <p>A walk shows each customer once. It ends with an empty page, or with a short one that reaches the total that the
 * service tells; so it ends even if that total is wrong. Where a page shows nobody new although it is not the last, the
 * walk fails as {@link CustomersFailure.Unavailable}: going on would be endless. A call that fails ends the walk with
 * its failure; it is not repeated here.
 *
 * <p>May be used by several threads. Neither method blocks or throws, but for {@code null}.
 */
public final class CustomerPages {
    private final Customers customers;
    private final CustomerQuery query;
    private final int most;

    CustomerPages(Customers customers, CustomerQuery query, int most) {
        this.customers = customers;
        this.query = query;
        this.most = most;
        new PageCursor(query, most);
    }

    /**
     * Shows page after page. The next one is asked for when the visitor is done with the one before, so no more than
     * one page is held.
     *
     * @param visitor is given those on a page who were on none before, and completes with whether to go on; a failure
     *     of its own ends the walk and is the walk's
     * @return completed when the visitor has seen all, or did not want to go on; fails as {@link
     *     CustomersFailure.TooMany} when the visitor has seen as many as were asked for, and there are more. Cancelling
     *     its future gives up the page under way.
     */
    public CompletionStage<@Nullable Void> walk(Function<List<ListedCustomer>, CompletionStage<Boolean>> visitor) {
        return new PageWalk(customers, new PageCursor(query, most), Objects.requireNonNull(visitor, "visitor")).start();
    }

    /**
     * All of them at once: for as many as fit into memory.
     *
     * @return all of them, in the order asked for; fails as {@link #walk} does
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

    /** Shows how many at most, and no pattern. */
    @Override
    public String toString() {
        return "CustomerPages[" + query + ", at most " + most + "]";
    }
}
