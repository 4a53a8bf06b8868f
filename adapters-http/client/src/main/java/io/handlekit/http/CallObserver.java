package io.handlekit.http;

/**
 * Is told of every exchange with the service, for metrics, traces and logs. Handlekit itself logs nothing.
 *
 * <pre>{@code
 * HttpCustomers.builder(baseUrl)
 *     .observer(attempt -> log.info(attempt.toString()))
 * }</pre>
 *
 * <p>It is called when an exchange has ended, on the thread on which it ended, before the caller learns of its outcome;
 * of an exchange that the deadline or the caller gave up, after that. It does not block, and it may be called by several
 * threads at once. What it throws is passed over. Warnings and maintenance notices of the service come this way, since a
 * success has nowhere else to put them.
 */
@FunctionalInterface
public interface CallObserver {
    /** An exchange has ended, with a reply or without. */
    void ended(CallEvent attempt);
}
