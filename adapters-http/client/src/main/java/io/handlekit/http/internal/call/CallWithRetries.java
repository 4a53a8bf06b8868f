package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.internal.codec.JsonReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of the port: a token and an exchange. If the service refuses the token, there is one more of each. If the
 * transport fails, a read is sent again a few times. A refused token is the only reason to send a write twice: the
 * first one had no effect.
 */
public final class CallWithRetries<T> {
    /** The state of a call. The call and its deadline compete for it, to decide whether the call is ever sent. */
    private enum Progress {
        WAITING,
        SENT,
        TOO_LATE_TO_SEND
    }

    private final RequestSender sender;
    private final AccessTokens tokens;
    private final ReadRetries retries;
    private final ServiceRequest request;
    private final Function<JsonReader, T> reader;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    private volatile long endNanos;

    public CallWithRetries(
            RequestSender sender,
            AccessTokens tokens,
            ReadRetries retries,
            ServiceRequest request,
            Function<JsonReader, T> reader) {
        this.sender = sender;
        this.tokens = tokens;
        this.retries = retries;
        this.request = request;
        this.reader = reader;
    }

    /** Starts the call. Cancelling the future, or the deadline, gives up the exchange or the delay in progress. */
    public CompletableFuture<T> start(Deadline deadline) {
        endNanos = System.nanoTime() + TimeUnit.NANOSECONDS.convert(deadline.length());
        deadline.limit(outcome, this::mayHaveTakenEffectWhenLate);
        tokens.current().whenComplete((token, failure) -> send(token, failure, new Attempt(1, 0, true)));
        return outcome;
    }

    private boolean mayHaveTakenEffectWhenLate() {
        boolean neverSent = progress.compareAndSet(Progress.WAITING, Progress.TOO_LATE_TO_SEND);
        return request.isWrite() && !neverSent;
    }

    private void send(@Nullable String token, @Nullable Throwable failure, Attempt attempt) {
        if (token == null) {
            outcome.completeExceptionally(failure);
        } else if (!outcome.isDone() && progress.compareAndSet(Progress.WAITING, Progress.SENT)) {
            CompletableFuture<T> exchange = sender.send(request, attempt.number(), Optional.of(token), reader);
            Futures.onFailure(outcome, () -> exchange.cancel(true));
            exchange.whenComplete((value, refusal) -> settle(value, refusal, token, attempt));
        }
    }

    private void settle(@Nullable T value, @Nullable Throwable failure, String token, Attempt attempt) {
        if (failure == null) {
            outcome.complete(value);
            return;
        }
        Optional<CompletableFuture<String>> replacement =
                attempt.mayRenewToken() && refusesToken(failure) ? tokens.replacementFor(token) : Optional.empty();
        Optional<Duration> delay =
                retries.next(request, failure, attempt.retries()).filter(this::endsBeforeTheDeadline);
        if (replacement.isPresent()) {
            progress.set(Progress.WAITING);
            replacement.get().whenComplete((fresh, refusal) -> send(fresh, refusal, attempt.withFreshToken()));
        } else if (delay.isPresent()) {
            progress.set(Progress.WAITING);
            CompletableFuture<?> timer = Timer.run(delay.get(), () -> send(token, null, attempt.retry()));
            Futures.onFailure(outcome, () -> timer.cancel(true));
        } else {
            outcome.completeExceptionally(failure);
        }
    }

    /** A delay beyond the deadline would only replace the known failure with a late one. */
    private boolean endsBeforeTheDeadline(Duration delay) {
        return delay.toNanos() < endNanos - System.nanoTime();
    }

    /**
     * Returns true for code 196 and for HTTP 401 without an envelope; a new token does not help against other codes.
     */
    private static boolean refusesToken(Throwable failure) {
        return failure instanceof NotAuthenticated refusal
                && refusal.answer()
                        .map(answer -> answer.code() == VendorCodes.NOT_AUTHENTICATED)
                        .orElse(true);
    }

    /**
     * One of the exchanges of a call.
     *
     * @param number from 1
     * @param retries the number of exchanges that the transport failed before
     * @param mayRenewToken whether another token may be requested
     */
    private record Attempt(int number, int retries, boolean mayRenewToken) {
        Attempt retry() {
            return new Attempt(number + 1, retries + 1, mayRenewToken);
        }

        Attempt withFreshToken() {
            return new Attempt(number + 1, retries, false);
        }
    }
}
