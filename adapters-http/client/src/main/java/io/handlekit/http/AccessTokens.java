package io.handlekit.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where the token of a call comes from. Its futures are not to be cancelled: several callers may wait for one. */
interface AccessTokens {
    /** A token to try. */
    CompletableFuture<String> current();

    /** A token other than the one that the service refused, if there can be one. */
    Optional<CompletableFuture<String>> insteadOf(String refused);

    /** The one token that a caller gave. */
    static AccessTokens given(String token) {
        return new AccessTokens() {
            @Override
            public CompletableFuture<String> current() {
                return CompletableFuture.completedFuture(token);
            }

            @Override
            public Optional<CompletableFuture<String>> insteadOf(String refused) {
                return Optional.empty();
            }
        };
    }
}
