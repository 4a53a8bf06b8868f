package io.handlekit.spring.internal.health;

import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.CallObservation;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.Operation;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** An observer that keeps the last call that says something about the service. */
public final class LastCall implements CallObserver {
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable SeenCall> last = new AtomicReference<>();

    /**
     * Creates an observer that has seen no call.
     *
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    public LastCall(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public CallObservation started(Operation operation) {
        return call -> {
            if (isTelling(call)) {
                last.set(new SeenCall(call, nanoTime.getAsLong()));
            }
        };
    }

    /** Errors in a draft, the client's own limits and cancelled calls say nothing about the service. */
    private static boolean isTelling(CallEvent call) {
        return switch (call.outcome()) {
            case INVALID, CANCELLED -> false;
            case THROTTLED -> call.attempts() > 0;
            default -> true;
        };
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    Optional<SeenCall> get() {
        return Optional.ofNullable(last.get());
    }
}
