package io.handlekit.mock.internal.store;

import java.time.Instant;
import java.util.Optional;

/** A store of the tokens that logins were given. Safe for several threads. */
public interface TokenStore {
    /** Stores a new token that nobody can guess, and returns it. */
    String issue(Instant now);

    /** Returns when a token was issued; empty if it was not, or was revoked. */
    Optional<Instant> issuedAt(String token);

    /** Revokes a token; revoking one that was not issued changes nothing. */
    void revoke(String token);

    /** Revokes all tokens. */
    void reset();
}
