package io.handlekit.http;

import java.time.Duration;

/**
 * How many identical calls may be sent in how much time: calls with the same method, address and body, logins left out.
 *
 * <pre>{@code HttpCustomers.builder(baseUrl).identicalCalls(CallLimit.LIVE);}</pre>
 *
 * @param calls how many; 0 for any number
 * @param time in how much time
 */
public record CallLimit(int calls, Duration time) {
    /** The live service: 300 in 300 s (article on API call limits). */
    public static final CallLimit LIVE = new CallLimit(300, Duration.ofMinutes(5));

    /** The test services: 50 in 100 s (an older version of the same article). */
    public static final CallLimit SANDBOX = new CallLimit(50, Duration.ofSeconds(100));

    /** Any number, as at a mock. */
    public static final CallLimit NONE = new CallLimit(0, Duration.ZERO);

    /**
     * A limit.
     *
     * @throws IllegalArgumentException if one of them is negative
     */
    public CallLimit {
        if (calls < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }

    public boolean isNone() {
        return calls == 0;
    }

    @Override
    public String toString() {
        return calls + " in " + time;
    }
}
