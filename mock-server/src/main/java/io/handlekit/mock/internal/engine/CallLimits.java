package io.handlekit.mock.internal.engine;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documented limits on identical calls, logins and failed logins from one address. Safe for several threads. At most
 * 10,000 different calls are counted, and the times of 100,000 calls are kept; when there are more, the least recent are forgotten.
 */
final class CallLimits {
    private static final int LIMIT_REACHED = 50;
    private static final int MOST_CALLS = 10_000;
    private static final int MOST_TIMES = 100_000;

    private final InstantSource clock;
    private final Windows calls = new Windows();
    private final Windows logins = new Windows();
    private final Windows failedLogins = new Windows();
    private final Map<String, Instant> blockedLogins = new LinkedHashMap<>();
    private final Set<String> blocked = new HashSet<>();

    CallLimits(InstantSource clock) {
        this.clock = clock;
    }

    private static Optional<Figures> limits(Behaviour behaviour) {
        return switch (behaviour.get(Switch.Limits.class)) {
            case OFF -> Optional.empty();
            case LIVE -> Optional.of(Figures.LIVE);
            case CTE -> Optional.of(Figures.CTE);
        };
    }

    /**
     * Counts a call that is not a login.
     *
     * @throws VendorError if there were too many identical ones; the address then stays blocked
     */
    void call(Behaviour behaviour, Access.Call call) {
        limits(behaviour).ifPresent(limit -> {
            String address = call.address();
            String digest = address + " " + digest(call.target(), call.bytes());
            synchronized (this) {
                if (!blocked.contains(address) && !calls.refuse(digest, limit.identicalCalls(), clock.instant())) {
                    return;
                }
                blocked.add(address);
            }
            throw new VendorError(VendorError.ACCESS_DENIED);
        });
    }

    /**
     * Counts a login.
     *
     * @throws VendorError if there were too many, or too many that failed
     */
    synchronized void login(Behaviour behaviour, String address) {
        limits(behaviour).ifPresent(limit -> {
            Instant until = blockedLogins.getOrDefault(address, Instant.MIN);
            if (clock.instant().isBefore(until)) {
                throw new VendorError(LIMIT_REACHED);
            }
            if (logins.refuse(address, limit.logins(), clock.instant())) {
                block(address, limit.loginBlock());
            }
        });
    }

    /**
     * Counts a login that failed.
     *
     * @throws VendorError if there were too many
     */
    synchronized void loginFailed(Behaviour behaviour, String address) {
        limits(behaviour).ifPresent(limit -> {
            if (failedLogins.refuse(address, limit.failedLogins(), clock.instant())) {
                block(address, limit.failedLoginBlock());
            }
        });
    }

    private void block(String address, Duration time) {
        blockedLogins.put(address, clock.instant().plus(time));
        throw new VendorError(LIMIT_REACHED);
    }

    /** Forgets all counts, and unblocks all addresses. */
    synchronized void reset() {
        calls.clear();
        logins.clear();
        failedLogins.clear();
        blockedLogins.clear();
        blocked.clear();
    }

    private static String digest(String target, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * A number of calls in a period.
     *
     * @param count how many calls are allowed
     * @param time the period
     */
    private record Rate(int count, Duration time) {}

    /**
     * The figures of one of the vendor's services.
     *
     * @param identicalCalls the limit of identical calls; beyond it, the address is blocked until a reset
     * @param logins the limit of logins
     * @param loginBlock how long logins are refused beyond it
     * @param failedLogins the limit of failed logins
     * @param failedLoginBlock how long logins are refused beyond it
     */
    private record Figures(
            Rate identicalCalls, Rate logins, Duration loginBlock, Rate failedLogins, Duration failedLoginBlock) {
        private static final Rate LOGINS = new Rate(30, Duration.ofMinutes(1));
        private static final Duration LOGIN_BLOCK = Duration.ofMinutes(1);
        private static final Duration FAILED_LOGIN_BLOCK = Duration.ofMinutes(20);
        private static final Figures LIVE = new Figures(
                new Rate(300, Duration.ofMinutes(5)),
                LOGINS,
                LOGIN_BLOCK,
                new Rate(100, Duration.ofHours(1)),
                FAILED_LOGIN_BLOCK);
        private static final Figures CTE = new Figures(
                new Rate(50, Duration.ofSeconds(100)),
                LOGINS,
                LOGIN_BLOCK,
                new Rate(50, Duration.ofSeconds(50)),
                FAILED_LOGIN_BLOCK);
    }

    /** The times of the latest calls, by what is counted. The least recent are forgotten beyond a bound. */
    private static final class Windows {
        private final Map<String, Window> all = new LinkedHashMap<>(16, 0.75F, true);
        private int times;

        boolean refuse(String key, Rate rate, Instant now) {
            Window window = all.computeIfAbsent(key, unused -> new Window());
            times -= window.calls.size();
            boolean refuses = window.refuses(rate, now);
            times += window.calls.size();
            while (all.size() > MOST_CALLS || times > MOST_TIMES) {
                Iterator<Window> oldest = all.values().iterator();
                times -= oldest.next().calls.size();
                oldest.remove();
            }
            return refuses;
        }

        void clear() {
            all.clear();
            times = 0;
        }
    }

    /** The times of the latest calls of one kind. */
    private static final class Window {
        private final Deque<Instant> calls = new ArrayDeque<>();

        /** Returns true if there are as many calls as the rate allows; counts one more otherwise. */
        boolean refuses(Rate rate, Instant now) {
            Instant start = now.minus(rate.time());
            while (!calls.isEmpty() && !calls.peekFirst().isAfter(start)) {
                calls.removeFirst();
            }
            if (calls.size() >= rate.count()) {
                return true;
            }
            calls.addLast(now);
            return false;
        }
    }
}
