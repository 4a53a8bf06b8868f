package io.handlekit.mock.internal.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A store of the tokens that logins were given. Safe for several threads. */
public interface TokenStore {
    /** Stores a new token, and returns it. The same logins get the same tokens in every run. */
    String issue(Instant now);

    /** Returns when a token was issued; empty if it was not, or was revoked. */
    Optional<Instant> issuedAt(String token);

    /** Revokes a token; revoking one that was not issued changes nothing. */
    void revoke(String token);

    /** Revokes all tokens, and counts logins from the start again. */
    void reset();

    /** Returns the token of the login with this number: 32 hexadecimal digits. */
    static String token(long login) {
        String seed = "token " + login;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
