package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.AccessDenied;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.CallObservation;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.ExchangeEvent;
import io.handlekit.http.observer.Operation;
import io.handlekit.http.observer.Outcome;
import io.handlekit.http.transport.HttpReply;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A call as its observer sees it. Exceptions from the observer are ignored. */
public final class ObservedCall {
    private static final CallObservation NONE = call -> {};

    private static final Map<Class<?>, Outcome> OUTCOMES = Map.of(
            Invalid.class, Outcome.INVALID,
            Rejected.class, Outcome.REJECTED,
            NotAuthenticated.class, Outcome.NOT_AUTHENTICATED,
            AccessDenied.class, Outcome.ACCESS_DENIED,
            UnknownHandle.class, Outcome.UNKNOWN_HANDLE,
            Throttled.class, Outcome.THROTTLED,
            Unavailable.class, Outcome.UNAVAILABLE,
            BrokenReply.class, Outcome.BROKEN_REPLY);

    /** Observes nothing. */
    public static final CallObserver NO_OBSERVER = operation -> NONE;

    private final Operation operation;
    private final CallObservation observation;
    private final long start = System.nanoTime();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile @Nullable ExchangeEvent latest;

    private ObservedCall(Operation operation, CallObservation observation) {
        this.operation = operation;
        this.observation = observation;
    }

    /** Tells the observer that a call starts. */
    public static ObservedCall start(CallObserver observer, Operation operation) {
        return new ObservedCall(operation, started(observer, operation));
    }

    private static CallObservation started(CallObserver observer, Operation operation) {
        try {
            return Objects.requireNonNullElse(observer.started(operation), NONE);
        } catch (Throwable ignored) {
            return NONE;
        }
    }

    /** Counts an exchange that is about to be sent, and returns its number. */
    int nextAttempt() {
        latest = null;
        return attempts.incrementAndGet();
    }

    /**
     * Tells the observer that an exchange has ended.
     *
     * @param sent the time of sending by {@link System#nanoTime}
     */
    void exchanged(Outcome outcome, int attempt, long sent, @Nullable HttpReply reply, ReplyEnvelope<?> envelope) {
        if (observation == NONE) {
            return;
        }
        ExchangeEvent event = new ExchangeEvent(
                operation,
                outcome,
                attempt,
                Duration.ofNanos(System.nanoTime() - sent),
                Optional.ofNullable(reply).map(HttpReply::status),
                envelope.code().stream().boxed().findFirst(),
                envelope.isMaintenance(),
                envelope.warnings());
        latest = event;
        try {
            observation.exchanged(event);
        } catch (Throwable ignored) {
            return;
        }
    }

    /** Returns a future that completes as the outcome does, after the observer knows of it. Cancelling reaches the outcome. */
    public <T> CompletableFuture<T> until(CompletableFuture<T> outcome) {
        if (observation == NONE) {
            return outcome;
        }
        CompletableFuture<T> observed = new CompletableFuture<>();
        outcome.whenComplete((value, failure) -> {
            ended(failure);
            if (failure == null) {
                observed.complete(value);
            } else {
                observed.completeExceptionally(failure);
            }
        });
        Futures.onFailure(observed, () -> outcome.cancel(true));
        return observed;
    }

    private void ended(@Nullable Throwable failure) {
        Optional<ExchangeEvent> exchange = Optional.ofNullable(latest);
        CallEvent event = new CallEvent(
                operation,
                outcome(failure),
                attempts.get(),
                Duration.ofNanos(System.nanoTime() - start),
                exchange.flatMap(ExchangeEvent::httpStatus),
                exchange.flatMap(ExchangeEvent::code),
                mayHaveTakenEffect(failure));
        try {
            observation.ended(event);
        } catch (Throwable ignored) {
            return;
        }
    }

    private boolean mayHaveTakenEffect(@Nullable Throwable failure) {
        return failure instanceof CustomersFailure known
                ? known.mayHaveTakenEffect()
                : failure != null && operation.writes() && attempts.get() > 0;
    }

    /** Returns the outcome of a call or an exchange with this failure, or without one. */
    static Outcome outcome(@Nullable Throwable failure) {
        return failure == null ? Outcome.SUCCESS : OUTCOMES.getOrDefault(failure.getClass(), Outcome.CANCELLED);
    }
}
