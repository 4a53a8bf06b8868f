package io.handlekit.mock.internal.engine;

import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logins and bearer tokens. Safe for several threads. */
public final class Tokens {
    private static final String SCHEME = "Bearer ";
    private static final Duration LIFETIME = Duration.ofDays(2);
    private static final int MOST_TOKENS = 10_000;

    private final InstantSource clock;
    private final CallLimits limits;
    private final Map<String, Instant> issued = new LinkedHashMap<>();
    private long logins;

    public Tokens(InstantSource clock, CallLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Answers a login.
     *
     * @param address where it comes from
     * @return a token
     * @throws VendorError if there were too many logins, if it is not a good one, or if a switch refuses good ones
     */
    public String login(Behaviour behaviour, String address, String user, String password) {
        limits.login(behaviour, address);
        if (!isGood(behaviour, user, password)) {
            limits.loginFailed(behaviour, address);
            throw new VendorError(VendorCodes.NOT_AUTHENTICATED);
        }
        int code = switch (behaviour.get(Switch.Login.class)) {
            case ACCEPTED -> 0;
            case UNSIGNED -> 197;
            case NO_AUTHORITY -> 10005;
            case TWO_FACTOR -> 10006;
            case NO_SANDBOX -> 10009;
        };
        if (code != 0) {
            throw new VendorError(code);
        }
        return issue();
    }

    private static boolean isGood(Behaviour behaviour, String user, String password) {
        return behaviour
                .account()
                .map(account ->
                        account.user().equals(user) && account.password().equals(password))
                .orElse(!user.isEmpty() && !password.isEmpty());
    }

    /**
     * Looks at the header Authorization.
     *
     * @throws VendorError if there is no bearer token in it, or not a good one
     */
    public void check(Behaviour behaviour, @Nullable String authorization) {
        if (!behaviour.is(Switch.Token.OFF) && !isGood(behaviour, bearer(authorization))) {
            throw new VendorError(VendorCodes.NOT_AUTHENTICATED);
        }
    }

    /** The bearer token in the header Authorization; empty if there is none. */
    public static String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
    }

    private boolean isGood(Behaviour behaviour, String token) {
        return behaviour.is(Switch.Token.ANY) ? !token.isEmpty() : isAlive(token);
    }

    private synchronized boolean isAlive(String token) {
        Instant since = issued.get(token);
        return since != null && clock.instant().isBefore(since.plus(LIFETIME));
    }

    /** Makes this token no good, if it was one that is issued. */
    public synchronized void forget(@Nullable String authorization) {
        issued.remove(bearer(authorization));
    }

    public synchronized void reset() {
        issued.clear();
        logins = 0;
    }

    /** 32 hexadecimal digits, the same ones in every run; of very many tokens the oldest are forgotten. */
    private synchronized String issue() {
        String seed = "token " + ++logins;
        String token = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        issued.put(token, clock.instant());
        if (issued.size() > MOST_TOKENS) {
            issued.remove(issued.keySet().iterator().next());
        }
        return token;
    }
}
