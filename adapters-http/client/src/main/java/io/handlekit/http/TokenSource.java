package io.handlekit.http;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A source of tokens that the application provides, such as a vault or a token shared by several processes.
 *
 * <pre>{@code Credentials.from(refused -> vault.token(refused));}</pre>
 *
 * <p>The client asks the source before each call, so the source should cache its token. It asks once more after the
 * service refuses a token. A source must return without blocking and must be safe for use by several threads. If it
 * fails, the calls that wait for the token fail as {@code Unavailable}.
 */
@FunctionalInterface
public interface TokenSource {
    /**
     * Returns a token.
     *
     * @param refused the token that the service has just refused, or empty; return a different token if it is present
     * @return the token, printable ASCII without spaces
     */
    CompletionStage<String> token(Optional<String> refused);
}
