package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.transport.TransportFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The retries of a read after a failure of the transport. Each delay is twice as long as the one before, give or take a
 * half, so that many clients do not come back at the same moment.
 *
 * @param max the maximum number of retries
 * @param firstDelay the delay before the first retry
 */
public record ReadRetries(int max, Duration firstDelay) {
    public ReadRetries {
        if (max < 0 || firstDelay.isNegative()) {
            throw new IllegalArgumentException("the number of retries and the delay must not be negative");
        }
    }

    /** Returns the delay before the next retry, or empty if there is none. */
    Optional<Duration> next(ServiceRequest request, @Nullable Throwable failure, int retriesSoFar) {
        return request.isRead() && retriesSoFar < max && isTransient(failure)
                ? Optional.of(delay(retriesSoFar))
                : Optional.empty();
    }

    private static boolean isTransient(@Nullable Throwable failure) {
        return failure instanceof Unavailable
                && failure.getCause() instanceof TransportFailure cause
                && cause.kind() != TransportFailure.Kind.TOO_LARGE
                && cause.kind() != TransportFailure.Kind.EXPIRED;
    }

    private Duration delay(int retriesSoFar) {
        long whole = firstDelay.toMillis() << retriesSoFar;
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole + 1));
    }
}
