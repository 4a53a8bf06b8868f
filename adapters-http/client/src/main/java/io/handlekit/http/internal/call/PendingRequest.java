package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.observer.Outcome;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.TransportFailure;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request on its way through the transport, which completes with its outcome. */
final class PendingRequest<T> extends CompletableFuture<T> {
    private final ObservedCall observed;
    private int attempt;
    private long sent;
    private WireLog.@Nullable Request line;
    private volatile @Nullable HttpCall call;
    private volatile IdenticalCallGuard.@Nullable Entry entry;

    /** Creates a request of this call. */
    PendingRequest(ObservedCall observed) {
        this.observed = observed;
    }

    /** Keeps what is handed to the transport from now on. */
    void handOver(HttpCall call, IdenticalCallGuard.@Nullable Entry entry, WireLog.@Nullable Request line) {
        attempt = observed.nextAttempt();
        sent = System.nanoTime();
        this.line = line;
        this.entry = entry;
        this.call = call;
    }

    /** Writes the end of a request to the wire log, if there is one. */
    void log(@Nullable HttpReply reply, ReplyEnvelope<?> envelope, @Nullable Throwable failure) {
        if (line != null) {
            line.ended(reply, envelope, Futures.unwrap(failure));
        }
    }

    /** Calls the request off. Returns true if it surely was not sent and will not be. */
    boolean callOff() {
        HttpCall sent = call;
        return sent != null && sent.callOff();
    }

    /** Reports the end of a request that was handed over, before this outcome completes. */
    void report(@Nullable CustomersFailure failure, @Nullable HttpReply reply, ReplyEnvelope<?> envelope) {
        if (call != null) {
            Outcome end = isDone() ? Outcome.CANCELLED : ObservedCall.outcome(failure);
            observed.exchanged(end, attempt, sent, reply, envelope);
        }
    }

    /** No longer counts a request that never left, because the service did not count it either. */
    void giveBack(IdenticalCallGuard guard, @Nullable Throwable failure) {
        IdenticalCallGuard.Entry counted = entry;
        if (counted != null && neverLeft(Futures.unwrap(failure))) {
            guard.leave(counted);
        }
    }

    private boolean neverLeft(@Nullable Throwable failure) {
        return failure instanceof TransportFailure lost
                ? !lost.mayHaveBeenSent()
                : failure instanceof CancellationException && callOff();
    }
}
