package io.handlekit.spring.internal.health;

import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The health of the service: the outcome of the last call of the application. If that is older than the interval, one
 * customer is listed to learn it, at most once in the interval, however often the health is asked for.
 */
public final class ServiceHealth {
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(10);
    private static final long MAX_WAIT_SECONDS = 2;
    private static final CustomerQuery ONE = CustomerQuery.all().limit(1);

    private final Customers customers;
    private final LastCall last;
    private final Duration interval;
    private @Nullable Long asked;

    /**
     * Creates the health.
     *
     * @param customers the port to ask
     * @param last the observer of its calls
     * @param interval the age at which an outcome is too old
     * @throws IllegalArgumentException if the interval is less than ten seconds
     */
    public ServiceHealth(Customers customers, LastCall last, Duration interval) {
        if (interval.compareTo(MIN_INTERVAL) < 0) {
            throw new IllegalArgumentException("it must be 10 seconds or more");
        }
        this.customers = customers;
        this.last = last;
        this.interval = interval;
    }

    /**
     * Returns the health, after two seconds at most. A call that takes longer shows in a later report.
     *
     * @param health makes it from the name of a status and details
     */
    public <T> T report(BiFunction<String, Map<String, Object>, T> health) {
        if (isOld(last.get().map(SeenCall::end).orElse(null)) && isTurn()) {
            ask();
        }
        Optional<SeenCall> seen = last.get();
        return seen.isPresent()
                ? health.apply(seen.get().status(), seen.get().details(last.nanoTime()))
                : health.apply("UNKNOWN", Map.of());
    }

    private boolean isOld(@Nullable Long time) {
        return time == null || last.nanoTime() - time >= interval.toNanos();
    }

    /** Of several threads, one asks. */
    private synchronized boolean isTurn() {
        boolean turn = isOld(asked);
        if (turn) {
            asked = last.nanoTime();
        }
        return turn;
    }

    /** The observer sees the outcome. */
    private void ask() {
        try {
            customers.list(ONE).toCompletableFuture().get(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException | TimeoutException seenByTheObserver) {
            // A late call ends at its deadline.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
