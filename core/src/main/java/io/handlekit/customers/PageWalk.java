package io.handlekit.customers;

import io.handlekit.customers.internal.Futures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A walk over pages that makes one call at a time. */
final class PageWalk {
    private final Customers customers;
    private final PageCursor cursor;
    private final Function<List<ListedCustomer>, CompletionStage<Boolean>> visitor;
    private final CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<CustomerPage> inProgress;

    PageWalk(Customers customers, PageCursor cursor, Function<List<ListedCustomer>, CompletionStage<Boolean>> visitor) {
        this.customers = customers;
        this.cursor = cursor;
        this.visitor = visitor;
    }

    CompletableFuture<@Nullable Void> start() {
        outcome.whenComplete((none, failure) -> Futures.cancel(inProgress));
        run();
        return outcome;
    }

    /** A loop instead of recursion, because a port may answer at once, and there may be many pages. */
    private void run() {
        CompletableFuture<Boolean> page;
        do {
            page = nextPage();
            if (!page.isDone()) {
                page.whenComplete((more, failure) -> {
                    if (continues(more, failure)) {
                        run();
                    }
                });
                return;
            }
        } while (page.handle(this::continues).join());
    }

    private CompletableFuture<Boolean> nextPage() {
        try {
            return request()
                    .exceptionallyCompose(failure -> cursor.dropsOrder(Futures.unwrap(failure))
                            ? request()
                            : CompletableFuture.failedFuture(failure))
                    .thenCompose(shown -> visit(cursor.accept(shown)));
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private CompletableFuture<CustomerPage> request() {
        CompletableFuture<CustomerPage> page = customers.list(cursor.next()).toCompletableFuture();
        inProgress = page;
        if (outcome.isDone()) {
            Futures.cancel(page);
        }
        return page;
    }

    private CompletionStage<Boolean> visit(List<ListedCustomer> page) {
        return page.isEmpty() || outcome.isDone() ? CompletableFuture.completedFuture(true) : visitor.apply(page);
    }

    private boolean continues(@Nullable Boolean more, @Nullable Throwable failure) {
        try {
            if (failure != null) {
                outcome.completeExceptionally(Futures.unwrap(failure));
            } else if (!Boolean.TRUE.equals(more) || !cursor.hasNext()) {
                outcome.complete(null);
            }
        } catch (CustomersFailure tooMany) {
            outcome.completeExceptionally(tooMany);
        }
        return !outcome.isDone();
    }
}
