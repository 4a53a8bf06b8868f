package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.http.transport.HttpCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A guard that refuses a call that would exceed the service's limit of identical calls. The service would block the
 * address until its support lifts the block. Safe for use by several threads. Beyond 10,000 different calls the least
 * recent are forgotten.
 */
public final class IdenticalCallGuard {
    private static final int MAX_DIFFERENT_CALLS = 10_000;

    private final int max;
    private final Duration period;
    private final Duration window;
    private final InstantSource clock;
    private final Map<String, CallWindow> windows = new LinkedHashMap<>(16, 0.75F, true);

    /**
     * A counted call.
     *
     * @param call the digest of what identical calls have in common
     * @param at the time of counting
     */
    record Entry(String call, Instant at) {
        @Override
        public String toString() {
            return "Entry[" + at + "]";
        }
    }

    /**
     * Creates a guard for the calls of one client; calls of other clients and processes are not counted.
     *
     * @param max the number of identical calls that the service allows; 0 for no limit
     * @param period the period in which it allows them
     * @param delay the maximum time from counting a call to its arrival at the service
     */
    public IdenticalCallGuard(int max, Duration period, Duration delay, InstantSource clock) {
        this.max = max;
        this.period = period;
        this.window = period.plus(delay);
        this.clock = clock;
    }

    /**
     * Counts a call. Returns what {@link #leave} needs to take that back, or null if calls are not counted.
     *
     * @throws Throttled if the call must not be sent
     */
    public @Nullable Entry enter(HttpCall call) {
        if (max == 0) {
            return null;
        }
        Entry entry = new Entry(digest(call), clock.instant());
        Optional<Duration> wait = count(entry);
        if (wait.isPresent()) {
            throw new Throttled("the service allows " + max + " identical calls in " + period, wait.get());
        }
        return entry;
    }

    /** No longer counts a call that never left. */
    synchronized void leave(Entry entry) {
        CallWindow calls = windows.get(entry.call());
        if (calls != null) {
            calls.leave(entry.at());
        }
    }

    private synchronized Optional<Duration> count(Entry entry) {
        CallWindow calls = windows.computeIfAbsent(entry.call(), unused -> new CallWindow(oneLess(), window));
        if (windows.size() > MAX_DIFFERENT_CALLS) {
            windows.remove(windows.keySet().iterator().next());
        }
        return calls.enter(entry.at());
    }

    /** The service may start its period at another moment, and one call too many blocks the address. */
    private int oneLess() {
        return Math.max(1, max - 1);
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
