package io.handlekit.spring.internal.observation;

import io.handlekit.http.observer.CallObservation;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.Operation;
import io.micrometer.core.instrument.MeterRegistry;

/** An observer that times calls. */
public final class CallTimers implements CallObserver {
    private final MeterRegistry registry;

    /** Creates an observer that records in this registry. */
    public CallTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CallObservation started(Operation operation) {
        return call -> registry.timer(
                        CallTags.NAME,
                        CallTags.OPERATION,
                        CallTags.operation(operation),
                        CallTags.OUTCOME,
                        CallTags.outcome(call),
                        CallTags.STATUS,
                        CallTags.status(call))
                .record(call.duration());
    }
}
