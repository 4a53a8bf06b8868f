package io.handlekit.http;

import java.time.Duration;

/**
 * The number of identical calls that may be sent within a period. Calls are identical if method, URL and body are
 * equal; logins do not count.
 *
 * <pre>{@code HttpCustomers.builder(baseUrl).identicalCalls(CallLimit.LIVE);}</pre>
 *
 * @param calls the number of calls; 0 for no limit
 * @param time the period
 */
public record CallLimit(int calls, Duration time) {
    /** The limit of the live service: 300 calls in 300 s (article on API call limits). */
    public static final CallLimit LIVE = new CallLimit(300, Duration.ofMinutes(5));

    /** The limit of the test services: 50 calls in 100 s (an older version of the same article). */
    public static final CallLimit SANDBOX = new CallLimit(50, Duration.ofSeconds(100));

    /** No limit, as for a mock. */
    public static final CallLimit NONE = new CallLimit(0, Duration.ZERO);

    /**
     * Creates a limit.
     *
     * @throws IllegalArgumentException if {@code calls} or {@code time} is negative
     */
    public CallLimit {
        if (calls < 0 || time.isNegative()) {
            throw new IllegalArgumentException("calls and time must not be negative");
        }
    }

    @Override
    public String toString() {
        return calls + " in " + time;
    }
}
