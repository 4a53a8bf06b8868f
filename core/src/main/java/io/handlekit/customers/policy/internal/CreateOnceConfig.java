package io.handlekit.customers.policy.internal;

import io.handlekit.customers.Customers;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * What creating once is done with.
 *
 * @param random numbers between 0 and 1
 */
public record CreateOnceConfig(
        Customers customers, Marker marker, Duration settleTime, Scheduler time, DoubleSupplier random) {
    public MarkerSearch lookUp() {
        return new MarkerSearch(customers, marker);
    }

    Backoff backoff() {
        return new Backoff(settleTime, random);
    }
}
