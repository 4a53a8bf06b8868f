package io.handlekit.mock.internal.faults;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.internal.store.TokenStore;
import io.handlekit.mock.internal.wire.Envelope;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The armed faults together with the calls that they hold up. Safe for several threads. */
public final class ActiveFaults {
    private final ArmedFaults armed = new ArmedFaults();
    private final TokenStore tokens;
    private final List<Fault> start;
    private volatile PendingCalls pending = new PendingCalls();

    /**
     * Creates the faults of a mock.
     *
     * @param start the faults that are armed at the start, and again after a reset
     */
    public ActiveFaults(TokenStore tokens, List<Fault> start) {
        this.tokens = tokens;
        this.start = List.copyOf(start);
        armed.set(this.start);
    }

    /** Returns the armed faults. */
    public ArmedFaults armed() {
        return armed;
    }

    /**
     * Triggers the faults that are due at a call.
     *
     * @param path the path below the version
     * @param envelope the envelope for answers that a fault gives
     * @return what injects them into the call; empty if none are due
     */
    public Optional<FaultInjector> trigger(Context ctx, String path, Envelope envelope) {
        // Taken before the faults are triggered: a reset between the two ends the call.
        PendingCalls calls = pending;
        TriggeredFaults triggered = armed.trigger(ctx.method().name(), path);
        return triggered.isNone()
                ? Optional.empty()
                : Optional.of(new FaultInjector(ctx, triggered, calls, tokens, envelope));
    }

    /** Disarms all faults, and ends the calls that they hold up. */
    public void clear() {
        replace(List.of());
    }

    /** Arms the faults of the start, and ends the calls that faults hold up. */
    public void reset() {
        replace(start);
    }

    private synchronized void replace(List<Fault> faults) {
        armed.set(faults);
        PendingCalls before = pending;
        pending = new PendingCalls();
        before.end();
    }
}
