package io.handlekit.http.observer;

/**
 * A listener for every exchange with the service, for metrics, traces and logs. Handlekit itself logs nothing.
 *
 * <pre>{@code
 * HttpCustomers.builder(baseUrl)
 *     .observer(event -> log.info(event.toString()))
 * }</pre>
 *
 * <p>The observer is called when an exchange ends, on the thread on which it ends, before the caller receives the
 * outcome. If the deadline or the caller gives up an exchange, the observer is called afterwards. An observer must not
 * block and must be safe for use by several threads. Exceptions from the observer are ignored. Warnings and
 * maintenance notices of the service are reported here, because the result of a successful call does not carry them.
 */
@FunctionalInterface
public interface CallObserver {
    /** Handles the end of an exchange, with or without a reply. */
    void ended(CallEvent event);
}
