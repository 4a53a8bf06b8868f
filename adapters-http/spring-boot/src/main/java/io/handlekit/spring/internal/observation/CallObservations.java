package io.handlekit.spring.internal.observation;

import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.CallObservation;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.Operation;
import io.handlekit.http.observer.Outcome;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;

/** An observer that makes an observation of each call, from which Micrometer makes a timer and a span. */
public final class CallObservations implements CallObserver {
    private final ObservationRegistry registry;

    /** Creates an observer that reports to this registry. */
    public CallObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** The observation that is current on this thread, such as the request of a web application, becomes the parent. */
    @Override
    public CallObservation started(Operation operation) {
        Observation observation = Observation.createNotStarted(CallTags.NAME, () -> context(operation), registry)
                .contextualName("openprovider " + CallTags.operation(operation))
                .lowCardinalityKeyValue(CallTags.OPERATION, CallTags.operation(operation))
                .start();
        return call -> end(observation, call);
    }

    /** The span is that of a client. Nothing is sent: the service does not continue a trace. */
    private static SenderContext<Operation> context(Operation operation) {
        SenderContext<Operation> context = new SenderContext<>((carrier, key, value) -> {}, Kind.CLIENT);
        context.setCarrier(operation);
        context.setRemoteServiceName("openprovider");
        return context;
    }

    private static void end(Observation observation, CallEvent call) {
        observation
                .lowCardinalityKeyValue(CallTags.OUTCOME, CallTags.outcome(call))
                .lowCardinalityKeyValue(CallTags.STATUS, CallTags.status(call))
                .highCardinalityKeyValue("attempts", Integer.toString(call.attempts()));
        call.code().map(code -> KeyValue.of("code", code.toString())).ifPresent(observation::highCardinalityKeyValue);
        if (call.outcome() != Outcome.SUCCESS) {
            observation.error(new FailedCall(call));
        }
        observation.stop();
    }

    /** What a span shows as its error, since an event carries no exception. */
    private static final class FailedCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedCall(CallEvent call) {
            super(call.toString(), null, false, false);
        }
    }
}
