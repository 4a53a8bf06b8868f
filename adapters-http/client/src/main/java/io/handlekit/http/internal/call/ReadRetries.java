package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.transport.TransportFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * When a read is sent again: after a failure of the transport, each time after twice as long a rest as before, give or
 * take a half, so that many clients do not come back at once.
 *
 * @param most how often at most
 * @param rest before the first repetition
 */
public record ReadRetries(int most, Duration rest) {
    public ReadRetries {
        if (most < 0 || rest.isNegative()) {
            throw new IllegalArgumentException("retries are not negative");
        }
    }

    /** How long to rest before the next attempt, if there is to be one. */
    Optional<Duration> next(Operation operation, @Nullable Throwable failure, int sofar) {
        return operation.reads() && sofar < most && isOfTheTransport(failure)
                ? Optional.of(rest(sofar))
                : Optional.empty();
    }

    private static boolean isOfTheTransport(@Nullable Throwable failure) {
        return failure instanceof Unavailable
                && failure.getCause() instanceof TransportFailure cause
                && cause.kind() != TransportFailure.Kind.TOO_LARGE;
    }

    private Duration rest(int sofar) {
        long whole = rest.toMillis() << sofar;
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole + 1));
    }
}
