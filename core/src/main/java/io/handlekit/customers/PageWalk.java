package io.handlekit.customers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One walk over pages, one call at a time. */
final class PageWalk {
    private final Customers customers;
    private final PageCursor cursor;
    private final Function<List<ListedCustomer>, CompletionStage<Boolean>> visitor;
    private final CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<CustomerPage> asked;

    PageWalk(Customers customers, PageCursor cursor, Function<List<ListedCustomer>, CompletionStage<Boolean>> visitor) {
        this.customers = customers;
        this.cursor = cursor;
        this.visitor = visitor;
    }

    CompletableFuture<@Nullable Void> start() {
        outcome.whenComplete((none, failure) -> giveUp(asked));
        go();
        return outcome;
    }

    /** A loop and no recursion, since a port may answer at once, and pages may be many. */
    private void go() {
        CompletableFuture<Boolean> turn;
        do {
            turn = turn();
            if (!turn.isDone()) {
                turn.whenComplete((more, failure) -> {
                    if (goesOn(more, failure)) {
                        go();
                    }
                });
                return;
            }
        } while (turn.handle(this::goesOn).join());
    }

    private CompletableFuture<Boolean> turn() {
        try {
            CompletableFuture<CustomerPage> page = customers.list(cursor.next()).toCompletableFuture();
            asked = page;
            if (outcome.isDone()) {
                giveUp(page);
            }
            return page.thenCompose(shown -> visit(cursor.take(shown)));
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private CompletionStage<Boolean> visit(List<ListedCustomer> page) {
        return page.isEmpty() || outcome.isDone() ? CompletableFuture.completedFuture(true) : visitor.apply(page);
    }

    private boolean goesOn(@Nullable Boolean more, @Nullable Throwable failure) {
        try {
            if (failure != null) {
                outcome.completeExceptionally(unwrapped(failure));
            } else if (!Boolean.TRUE.equals(more) || !cursor.goesOn()) {
                outcome.complete(null);
            }
        } catch (CustomersFailure tooMany) {
            outcome.completeExceptionally(tooMany);
        }
        return !outcome.isDone();
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private static void giveUp(@Nullable CompletableFuture<?> page) {
        if (page != null) {
            page.cancel(true);
        }
    }
}
