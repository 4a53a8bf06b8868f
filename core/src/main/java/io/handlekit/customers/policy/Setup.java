package io.handlekit.customers.policy;

import io.handlekit.customers.Customers;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * What creating once is done with.
 *
 * @param random numbers between 0 and 1
 */
record Setup(Customers customers, Marker marker, Duration settleTime, Time time, DoubleSupplier random) {
    LookUp lookUp() {
        return new LookUp(customers, marker);
    }

    Backoff backoff() {
        return new Backoff(settleTime, random);
    }
}
