package io.handlekit.mock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A wait for what another thread or process does. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Await() {}

    /** Returns as soon as the condition holds; fails after a minute. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the end of the wait").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
