package io.handlekit.spring.internal.observation;

import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.CallObservation;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.ExchangeEvent;
import io.handlekit.http.observer.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several observers as one. An exception from one does not keep events from the others. */
public final class CallObservers implements CallObserver {
    private final List<CallObserver> observers;

    /** Creates an observer of these. */
    public CallObservers(List<CallObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    @Override
    public CallObservation started(Operation operation) {
        List<CallObservation> observations = new ArrayList<>();
        forEach(observers, observer -> observations.add(observer.started(operation)));
        return new CallObservation() {
            @Override
            public void exchanged(ExchangeEvent exchange) {
                forEach(observations, observation -> observation.exchanged(exchange));
            }

            @Override
            public void ended(CallEvent call) {
                forEach(observations, observation -> observation.ended(call));
            }
        };
    }

    private static <T> void forEach(List<T> receivers, Consumer<T> event) {
        for (T receiver : receivers) {
            try {
                event.accept(receiver);
            } catch (RuntimeException ignored) {
                // As with a single observer.
            }
        }
    }
}
