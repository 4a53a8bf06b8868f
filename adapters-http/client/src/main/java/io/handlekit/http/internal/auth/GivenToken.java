package io.handlekit.http.internal.auth;

import io.handlekit.http.internal.call.AccessTokens;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A fixed token, which cannot be renewed. */
public final class GivenToken implements AccessTokens {
    private final String token;

    public GivenToken(String token) {
        this.token = token;
    }

    @Override
    public CompletableFuture<String> current() {
        return CompletableFuture.completedFuture(token);
    }

    @Override
    public Optional<CompletableFuture<String>> replacementFor(String refused) {
        return Optional.empty();
    }
}
