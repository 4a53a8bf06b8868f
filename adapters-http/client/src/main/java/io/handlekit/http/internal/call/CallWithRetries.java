package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.internal.codec.JsonReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private final ObservedCall call;
    private final Function<JsonReader, T> reader;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    private final Deadline deadline;
    private final Supplier<Duration> timeToSend;
    private volatile @Nullable PendingRequest<T> latest;

    /** Creates a call, whose deadline starts now. */
    public CallWithRetries(
            RequestSender sender,
            AccessTokens tokens,
            ReadRetries retries,
            Deadline deadline,
            ServiceRequest request,
            ObservedCall call,
            Function<JsonReader, T> reader) {
        this.sender = sender;
        this.tokens = tokens;
        this.retries = retries;
        this.request = request;
        this.call = call;
        this.reader = reader;
        this.deadline = deadline;
        timeToSend = deadline.toSend(deadline.start());
    }

    /** Starts the call. Cancelling the future, or the deadline, gives up the exchange or the delay in progress. */
    public CompletableFuture<T> start() {
        CompletableFuture<T> observed = call.until(outcome);
        deadline.limit(outcome, this::callOff);
        if (!outcome.isDone()) {
            tokens.current().whenComplete((token, failure) -> send(token, failure, new Attempt(0, true, null)));
        }
        return observed;
    }

    /** Returns the failure of a call that has to end now. */
    private Unavailable callOff(String reason) {
        PendingRequest<T> exchange = latest;
        boolean neverSent = progress.compareAndSet(Progress.WAITING, Progress.TOO_LATE_TO_SEND)
                || (exchange != null && exchange.callOff());
        return new Unavailable(
                neverSent ? reason + "; the call was not sent" : reason, request.isWrite() && !neverSent, null);
    }

    private void send(@Nullable String token, @Nullable Throwable failure, Attempt attempt) {
        if (token == null) {
            outcome.completeExceptionally(own(failure));
        } else if (!outcome.isDone() && progress.compareAndSet(Progress.WAITING, Progress.SENT)) {
            latest = null;
            PendingRequest<T> exchange = sender.send(request, call, Optional.of(token), timeToSend, reader);
            latest = exchange;
            Futures.onFailure(outcome, () -> exchange.cancel(true));
            exchange.whenComplete((value, refusal) -> settle(value, refusal, token, attempt));
        }
    }

    /** Returns a failure of this call alone, because several calls share the failure of a login. */
    private static @Nullable Throwable own(@Nullable Throwable shared) {
        return shared instanceof CustomersFailure failure ? failure.withCurrentStack() : shared;
    }

    private void settle(@Nullable T value, @Nullable Throwable failure, String token, Attempt attempt) {
        if (outcome.isDone()) {
            return; // The call has ended without this exchange.
        }
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
            retry(delay.get(), token, attempt.retry(failure));
        } else {
            outcome.completeExceptionally(attempt.explains(failure));
        }
    }

    private void retry(Duration delay, String token, Attempt attempt) {
        try {
            Future<?> timer = deadline.timer().run(delay, () -> send(token, null, attempt));
            Futures.onFailure(outcome, () -> timer.cancel(false));
        } catch (Throwable noTimer) {
            outcome.completeExceptionally(attempt.earlier());
        }
    }

    /** A delay beyond the deadline would only replace the known failure with a late one. */
    private boolean endsBeforeTheDeadline(Duration delay) {
        return delay.compareTo(timeToSend.get()) < 0;
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
     * @param retries the number of exchanges that the transport failed before
     * @param mayRenewToken whether another token may be requested
     * @param earlier the failure of the transport that this exchange retries, or null
     */
    private record Attempt(
            int retries, boolean mayRenewToken, @Nullable Throwable earlier) {
        Attempt retry(Throwable failure) {
            return new Attempt(retries + 1, mayRenewToken, failure);
        }

        Attempt withFreshToken() {
            return new Attempt(retries, false, null);
        }

        /** Returns the failure of the call: a retry that is not sent because of a limit does not hide the cause. */
        Throwable explains(Throwable failure) {
            boolean notSent = failure instanceof Throttled limit
                    && limit.answer().isEmpty()
                    && limit.reply().isEmpty();
            return earlier != null && notSent ? earlier : failure;
        }
    }
}
