package io.handlekit.http.internal.auth;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.internal.base.HeaderText;
import io.handlekit.http.internal.base.RedactedException;
import io.handlekit.http.internal.call.AccessTokens;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tokens from the application's own source, whose failures become failures of the call. */
public final class SourceTokens implements AccessTokens {
    private final Function<Optional<String>, CompletionStage<String>> source;

    /**
     * Creates tokens from a source.
     *
     * @param source returns a token; its argument is the token that was refused, if any
     */
    public SourceTokens(Function<Optional<String>, CompletionStage<String>> source) {
        this.source = source;
    }

    @Override
    public CompletableFuture<String> current() {
        return ask(Optional.empty());
    }

    @Override
    public Optional<CompletableFuture<String>> replacementFor(String refused) {
        return Optional.of(ask(Optional.of(refused)));
    }

    private CompletableFuture<String> ask(Optional<String> refused) {
        CompletableFuture<String> token = new CompletableFuture<>();
        try {
            source.apply(refused).whenComplete((supplied, failure) -> settle(token, supplied, failure));
        } catch (Throwable thrown) {
            token.completeExceptionally(failure(thrown));
        }
        return token;
    }

    private static void settle(
            CompletableFuture<String> token, @Nullable String supplied, @Nullable Throwable failure) {
        if (supplied != null && HeaderText.isToken(supplied)) {
            token.complete(supplied);
        } else {
            token.completeExceptionally(failure(failure));
        }
    }

    private static CustomersFailure failure(@Nullable Throwable thrown) {
        Throwable cause = Futures.unwrap(thrown);
        return cause instanceof CustomersFailure known
                ? known
                : new Unavailable(
                        "the token source did not supply a token of printable ASCII without spaces",
                        false,
                        RedactedException.of(cause));
    }
}
