package io.handlekit.http.observer;

/**
 * What an observer does with one call. See {@link CallObserver} for an example.
 *
 * <p>The methods are called on the thread on which the exchange or the call ends. They must not block.
 */
@FunctionalInterface
public interface CallObservation {
    /**
     * Handles the end of one exchange of the call, with or without a reply. A call has no exchange if nothing was sent,
     * and several if the service refused the token or if a read was sent again. By default, this does nothing.
     */
    default void exchanged(ExchangeEvent exchange) {}

    /**
     * Handles the end of the call, once, before the caller receives the outcome. A caller that cancels a call does not
     * wait for this.
     */
    void ended(CallEvent call);
}
