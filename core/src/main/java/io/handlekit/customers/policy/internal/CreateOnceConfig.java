package io.handlekit.customers.policy.internal;

import io.handlekit.customers.Customers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/**
 * The settings of {@code CreateOnce}.
 *
 * @param executor starts searches after a delay
 * @param random numbers between 0 and 1
 */
public record CreateOnceConfig(
        Customers customers,
        Marker marker,
        Duration settleTime,
        Scheduler scheduler,
        Executor executor,
        DoubleSupplier random) {
    public MarkerSearch markerSearch() {
        return new MarkerSearch(customers, marker);
    }

    Backoff backoff() {
        return new Backoff(settleTime, random);
    }
}
