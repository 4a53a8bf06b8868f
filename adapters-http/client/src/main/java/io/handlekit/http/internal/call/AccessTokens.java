package io.handlekit.http.internal.call;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The token of a call. Do not cancel the futures: several calls may wait for the same one. */
public interface AccessTokens {
    /** Returns the token to send with a call. */
    CompletableFuture<String> current();

    /** Returns another token in place of one that the service refused, or empty if there is no way to get one. */
    Optional<CompletableFuture<String>> replacementFor(String refused);
}
