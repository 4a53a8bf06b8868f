package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.http.CallLimit;
import io.handlekit.http.transport.HttpCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses a call before the service does: whose identical calls are too many is blocked there until somebody lifts it
 * by hand. Safe for several threads; of very many different calls the least recent are forgotten.
 */
public final class IdenticalCallGuard {
    private static final int MOST_DIFFERENT_CALLS = 10_000;

    private final CallLimit limit;
    private final Duration time;
    private final InstantSource clock;
    private final Map<String, CallWindow> windows = new LinkedHashMap<>(16, 0.75F, true);

    /**
     * A guard of one object's calls; what other objects and processes send from this address it does not see.
     *
     * @param delay how long a call may take to arrive after it was counted
     */
    public IdenticalCallGuard(CallLimit limit, Duration delay, InstantSource clock) {
        this.limit = limit;
        time = limit.time().plus(delay);
        this.clock = clock;
    }

    /**
     * Counts a call.
     *
     * @throws Throttled if it may not be sent
     */
    public void enter(HttpCall call) {
        if (limit.isNone()) {
            return;
        }
        Optional<Duration> wait = enter(digest(call));
        if (wait.isPresent()) {
            throw new Throttled("the service allows " + limit + " of one and the same call", wait.get());
        }
    }

    private synchronized Optional<Duration> enter(String call) {
        CallWindow window = windows.computeIfAbsent(call, unused -> new CallWindow(oneLess(), time));
        if (windows.size() > MOST_DIFFERENT_CALLS) {
            windows.remove(windows.keySet().iterator().next());
        }
        return window.enter(clock.instant());
    }

    /** Whoever counts at the other end may begin elsewhere, and the price of one too many is high. */
    private int oneLess() {
        return Math.max(1, limit.calls() - 1);
    }

    private static String digest(HttpCall call) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((call.method() + " " + call.uri()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(call.body()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
