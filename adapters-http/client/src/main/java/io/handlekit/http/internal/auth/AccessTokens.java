package io.handlekit.http.internal.auth;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.Credentials;
import io.handlekit.http.TokenSource;
import io.handlekit.http.transport.RedactedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Where the token of a call comes from. Its futures are not to be cancelled: several callers may wait for one. */
public interface AccessTokens {
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

    /** The tokens of a caller's own source, which may fail in ways of its own. */
    static AccessTokens from(TokenSource source) {
        return new AccessTokens() {
            @Override
            public CompletableFuture<String> current() {
                return ask(Optional.empty());
            }

            @Override
            public Optional<CompletableFuture<String>> insteadOf(String refused) {
                return Optional.of(ask(Optional.of(refused)));
            }

            private CompletableFuture<String> ask(Optional<String> refused) {
                CompletableFuture<String> token = new CompletableFuture<>();
                try {
                    source.token(refused).whenComplete((given, failure) -> settle(token, given, failure));
                } catch (Throwable thrown) {
                    token.completeExceptionally(failure(thrown));
                }
                return token;
            }
        };
    }

    private static void settle(CompletableFuture<String> token, @Nullable String given, @Nullable Throwable failure) {
        if (given != null && Credentials.Token.isToken(given)) {
            token.complete(given);
        } else {
            token.completeExceptionally(failure(failure));
        }
    }

    private static CustomersFailure failure(@Nullable Throwable cause) {
        Throwable known = cause instanceof CompletionException ? cause.getCause() : cause;
        return known instanceof CustomersFailure failure
                ? failure
                : new Unavailable(
                        "the token source gave no token that can stand in a header",
                        false,
                        RedactedException.of(known));
    }
}
