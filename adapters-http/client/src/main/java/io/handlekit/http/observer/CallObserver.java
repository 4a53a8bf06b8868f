package io.handlekit.http.observer;

/**
 * A listener for every call, for metrics, traces and logs. Handlekit itself logs nothing.
 *
 * <p>The observer returns a {@link CallObservation} at the start of a call, which then receives the end of the same
 * call. What an observer needs from the one to the other, such as a span or a sample of a timer, is a variable:
 *
 * <pre>{@code
 * CallObserver tracing = operation -> {
 *     Span span = tracer.spanBuilder("openprovider " + operation).startSpan();
 *     return call -> {
 *         span.setAttribute("outcome", call.outcome().name());
 *         span.end();
 *     };
 * };
 * }</pre>
 *
 * <p>For a log, the end is enough:
 *
 * <pre>{@code builder.observer(operation -> call -> log.info(call.toString()));}</pre>
 *
 * <p>An observer must not block and must be safe for use by several threads. Exceptions from the observer are ignored.
 */
@FunctionalInterface
public interface CallObserver {
    /**
     * Handles the start of a call, on the thread of its caller, so that a span becomes the child of the caller's span. A
     * login that a call needs is a call of its own, which starts where the need arises.
     *
     * @return what receives the exchanges and the end of the call
     */
    CallObservation started(Operation operation);
}
