package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.http.internal.auth.AccessTokens;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of the port: a token, the exchange, when the service refuses the token, one more of each, and for a read a
 * few more when the transport fails. A refused token is the one case in which a write is sent twice: it had no effect
 * the first time.
 */
public final class CallWithRetries<T> {
    /** Where a call is. Whoever moves it on, the call or its deadline, has the say on whether it is ever sent. */
    private enum Progress {
        WAITING,
        SENT,
        TOO_LATE_TO_SEND
    }

    private final RequestSender wire;
    private final AccessTokens tokens;
    private final ReadRetries retries;
    private final Operation operation;
    private final Function<JsonNode, T> reader;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    private volatile @Nullable CompletableFuture<?> underWay;
    private volatile long end;

    public CallWithRetries(
            RequestSender wire,
            AccessTokens tokens,
            ReadRetries retries,
            Operation operation,
            Function<JsonNode, T> reader) {
        this.wire = wire;
        this.tokens = tokens;
        this.retries = retries;
        this.operation = operation;
        this.reader = reader;
    }

    /** Starts the call. Cancelling the future, or the deadline, gives up what is under way. */
    public CompletableFuture<T> start(Deadline deadline) {
        end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(deadline.length());
        deadline.limit(outcome, this::mayHaveTakenEffectWhenLate);
        outcome.whenComplete((value, failure) -> cancel(underWay));
        tokens.current().whenComplete((token, failure) -> attempt(token, failure, new Try(1, 0, true)));
        return outcome;
    }

    private boolean mayHaveTakenEffectWhenLate() {
        boolean neverSent = progress.compareAndSet(Progress.WAITING, Progress.TOO_LATE_TO_SEND);
        return operation.writes() && !neverSent;
    }

    private void attempt(@Nullable String token, @Nullable Throwable failure, Try attempt) {
        if (token == null) {
            outcome.completeExceptionally(failure);
        } else if (!outcome.isDone() && progress.compareAndSet(Progress.WAITING, Progress.SENT)) {
            CompletableFuture<T> sent = wire.send(operation, attempt.number(), Optional.of(token), reader);
            now(sent);
            sent.whenComplete((value, refusal) -> settle(value, refusal, token, attempt));
        }
    }

    private void settle(@Nullable T value, @Nullable Throwable failure, String token, Try attempt) {
        if (failure == null) {
            outcome.complete(value);
            return;
        }
        Optional<CompletableFuture<String>> another =
                attempt.mayRenew() && refusesToken(failure) ? tokens.insteadOf(token) : Optional.empty();
        Optional<Duration> rest =
                retries.next(operation, failure, attempt.retries()).filter(this::fitsTheDeadline);
        if (another.isPresent()) {
            progress.set(Progress.WAITING);
            another.get().whenComplete((fresh, refusal) -> attempt(fresh, refusal, attempt.withAnotherToken()));
        } else if (rest.isPresent()) {
            progress.set(Progress.WAITING);
            now(Timer.run(rest.get(), () -> attempt(token, null, attempt.again())));
        } else {
            outcome.completeExceptionally(failure);
        }
    }

    /** A rest that ends after the deadline would only put the deadline in place of what is known. */
    private boolean fitsTheDeadline(Duration rest) {
        return rest.toNanos() < end - System.nanoTime();
    }

    private static boolean refusesToken(Throwable failure) {
        return failure instanceof NotAuthenticated refusal
                && refusal.answer().map(VendorAnswer::code).equals(Optional.of(VendorCodes.NOT_AUTHENTICATED));
    }

    /** Whoever gives up now gives this up; and so does whoever has given up already. */
    private void now(CompletableFuture<?> begun) {
        underWay = begun;
        if (outcome.isDone()) {
            cancel(begun);
        }
    }

    private static void cancel(@Nullable CompletableFuture<?> underWay) {
        if (underWay != null) {
            underWay.cancel(true);
        }
    }

    /**
     * One of the attempts of a call.
     *
     * @param number from 1
     * @param retries how many there were after failures of the transport
     * @param mayRenew whether another token may be asked for
     */
    private record Try(int number, int retries, boolean mayRenew) {
        Try again() {
            return new Try(number + 1, retries + 1, mayRenew);
        }

        Try withAnotherToken() {
            return new Try(number + 1, retries, false);
        }
    }
}
