package io.handlekit.mock;

import io.handlekit.customers.VendorCodes;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Logins and bearer tokens: any user name with any password gets a token, and any token is good. */
final class Tokens {
    private static final String SCHEME = "Bearer ";

    private final AtomicLong logins = new AtomicLong();

    /**
     * Answers a login.
     *
     * @throws Refusal if user name or password is empty
     */
    Answer login(Body body) {
        if (body.text("username").isEmpty() || body.text("password").isEmpty()) {
            throw new Refusal(VendorCodes.NOT_AUTHENTICATED);
        }
        return Answer.token(next(), Derived.RESELLER_ID);
    }

    /**
     * Looks at the header Authorization.
     *
     * @throws Refusal if there is no bearer token in it
     */
    void check(@Nullable String authorization) {
        boolean bearer = authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && !authorization.substring(SCHEME.length()).isBlank();
        if (!bearer) {
            throw new Refusal(VendorCodes.NOT_AUTHENTICATED);
        }
    }

    void reset() {
        logins.set(0);
    }

    /** 32 hexadecimal digits, the same ones in every run. */
    private String next() {
        String seed = "token " + logins.incrementAndGet();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
