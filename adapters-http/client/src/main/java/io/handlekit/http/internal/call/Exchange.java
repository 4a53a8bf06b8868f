package io.handlekit.http.internal.call;

import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.TransportFailure;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The outcome of a request that was handed to the transport. */
final class Exchange<T> extends CompletableFuture<T> {
    private volatile @Nullable HttpCall call;
    private volatile IdenticalCallGuard.@Nullable Entry entry;

    /** Keeps what is handed to the transport from now on. */
    void handOver(HttpCall call, IdenticalCallGuard.@Nullable Entry entry) {
        this.entry = entry;
        this.call = call;
    }

    /** Calls the request off. Returns true if it surely was not sent and will not be. */
    boolean callOff() {
        HttpCall sent = call;
        return sent != null && sent.callOff();
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
