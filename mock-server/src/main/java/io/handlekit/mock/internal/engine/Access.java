package io.handlekit.mock.internal.engine;

import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.store.TokenStore;
import io.handlekit.mock.internal.wire.BearerToken;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Access to the service: logins, and whether a call has a valid token and keeps the call limits. */
public final class Access {
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(2);

    private final InstantSource clock;
    private final CallLimits limits;
    private final TokenStore tokens;

    public Access(InstantSource clock, TokenStore tokens) {
        this.clock = clock;
        this.tokens = tokens;
        limits = new CallLimits(clock);
    }

    /**
     * Answers a login.
     *
     * @param address the client's address
     * @return a token
     * @throws VendorError if there were too many logins, if the user or password is wrong, or if a switch refuses them
     */
    public String login(Behaviour behaviour, String address, String user, String password) {
        limits.login(behaviour, address);
        if (!isCorrect(behaviour, user, password)) {
            limits.loginFailed(behaviour, address);
            throw new VendorError(VendorCodes.NOT_AUTHENTICATED);
        }
        int code = switch (behaviour.get(Switch.Login.class)) {
            case ACCEPTED -> 0;
            case UNSIGNED -> 197;
            case NO_AUTHORITY -> VendorError.ACCESS_DENIED;
            case TWO_FACTOR -> 10006;
            case NO_SANDBOX -> 10009;
            case NO_API_ACCESS -> VendorCodes.API_ACCESS_DISABLED;
        };
        if (code != 0) {
            throw VendorError.refusedLogin(code);
        }
        return issueToken();
    }

    /** Issues a token, without a login. */
    public String issueToken() {
        return tokens.issue(clock.instant());
    }

    private static boolean isCorrect(Behaviour behaviour, String user, String password) {
        return behaviour
                .account()
                .map(account ->
                        account.user().equals(user) && account.password().equals(password))
                .orElse(!user.isEmpty() && !password.isEmpty());
    }

    /**
     * Admits a call that is not a login.
     *
     * @param authorization the header {@code Authorization}
     * @throws VendorError if there were too many identical calls, or if the token is missing or not valid
     */
    public void admit(Behaviour behaviour, Call call, @Nullable String authorization) {
        limits.call(behaviour, call);
        if (!isValid(behaviour, BearerToken.in(authorization))) {
            throw new VendorError(VendorCodes.NOT_AUTHENTICATED);
        }
    }

    private boolean isValid(Behaviour behaviour, String token) {
        return switch (behaviour.get(Switch.Token.class)) {
            case OFF -> true;
            case ANY -> !token.isEmpty();
            case ISSUED ->
                tokens.issuedAt(token)
                        .filter(since -> clock.instant().isBefore(since.plus(TOKEN_LIFETIME)))
                        .isPresent();
        };
    }

    /** Revokes all tokens, and forgets what was counted. */
    public void reset() {
        tokens.reset();
        limits.reset();
    }

    /** The client and the target of a call, which are asked for only while calls are counted. */
    public interface Call {
        /** Returns the client's address. */
        String address();

        /** Returns method, path and query. */
        String target();

        /** Returns the bytes of the body. */
        byte[] bytes();
    }
}
