package io.handlekit.http;

import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.VendorAnswer;
import io.handlekit.customers.VendorCodes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of the port: a token, the exchange, and, when the service refuses the token, one more of each. A refused
 * token is the one case in which a write is sent twice: it had no effect the first time.
 */
final class Call<T> {
    /** Where a call is. Whoever moves it on, the call or its deadline, has the say on whether it is ever sent. */
    private enum Progress {
        WAITING_FOR_TOKEN,
        SENT,
        TOO_LATE_TO_SEND
    }

    private final Wire wire;
    private final AccessTokens tokens;
    private final Operation operation;
    private final Function<JsonNode, T> reader;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING_FOR_TOKEN);
    private volatile @Nullable CompletableFuture<T> exchange;

    Call(Wire wire, AccessTokens tokens, Operation operation, Function<JsonNode, T> reader) {
        this.wire = wire;
        this.tokens = tokens;
        this.operation = operation;
        this.reader = reader;
    }

    /** Starts the call. Cancelling the future, or the deadline, gives up the exchange under way. */
    CompletableFuture<T> start(Deadline deadline) {
        deadline.limit(outcome, this::mayHaveTakenEffectWhenLate);
        outcome.whenComplete((value, failure) -> cancel(exchange));
        tokens.current().whenComplete((token, failure) -> attempt(token, failure, true));
        return outcome;
    }

    private boolean mayHaveTakenEffectWhenLate() {
        boolean neverSent = progress.compareAndSet(Progress.WAITING_FOR_TOKEN, Progress.TOO_LATE_TO_SEND);
        return operation.writes() && !neverSent;
    }

    private void attempt(@Nullable String token, @Nullable Throwable failure, boolean mayRenew) {
        if (token == null) {
            outcome.completeExceptionally(failure);
        } else if (!outcome.isDone() && progress.compareAndSet(Progress.WAITING_FOR_TOKEN, Progress.SENT)) {
            CompletableFuture<T> sent = wire.send(operation, Optional.of(token), reader);
            exchange = sent;
            sent.whenComplete((value, refusal) -> settle(value, refusal, token, mayRenew));
            if (outcome.isDone()) {
                cancel(sent);
            }
        }
    }

    private void settle(@Nullable T value, @Nullable Throwable failure, String token, boolean mayRenew) {
        Optional<CompletableFuture<String>> another =
                mayRenew && refusesToken(failure) ? tokens.insteadOf(token) : Optional.empty();
        if (another.isPresent()) {
            progress.set(Progress.WAITING_FOR_TOKEN);
            another.get().whenComplete((fresh, refusal) -> attempt(fresh, refusal, false));
        } else if (failure != null) {
            outcome.completeExceptionally(failure);
        } else {
            outcome.complete(value);
        }
    }

    private static boolean refusesToken(@Nullable Throwable failure) {
        return failure instanceof NotAuthenticated refusal
                && refusal.answer().map(VendorAnswer::code).equals(Optional.of(VendorCodes.NOT_AUTHENTICATED));
    }

    private static void cancel(@Nullable CompletableFuture<?> exchange) {
        if (exchange != null) {
            exchange.cancel(true);
        }
    }
}
