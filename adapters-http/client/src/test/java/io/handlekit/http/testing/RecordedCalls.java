package io.handlekit.http.testing;

import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.CallObservation;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.ExchangeEvent;
import io.handlekit.http.observer.Operation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An observer that records what it is told, as lines without times and as events. */
public final class RecordedCalls implements CallObserver {
    public final List<String> lines = new CopyOnWriteArrayList<>();
    public final List<ExchangeEvent> exchanges = new CopyOnWriteArrayList<>();
    public final List<CallEvent> calls = new CopyOnWriteArrayList<>();
    public final List<Thread> starters = new CopyOnWriteArrayList<>();

    @Override
    public CallObservation started(Operation operation) {
        lines.add(operation + " starts");
        starters.add(Thread.currentThread());
        return new CallObservation() {
            @Override
            public void exchanged(ExchangeEvent exchange) {
                exchanges.add(exchange);
                add(exchange);
            }

            @Override
            public void ended(CallEvent call) {
                calls.add(call);
                add(call);
            }

            private void add(Object event) {
                lines.add(event.toString().replaceAll(", [0-9]+ ms", ""));
            }
        };
    }
}
