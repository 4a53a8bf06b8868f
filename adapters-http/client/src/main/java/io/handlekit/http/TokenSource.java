package io.handlekit.http;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where a caller's own tokens come from: a vault, a token shared by several processes.
 *
 * <pre>{@code Credentials.from(refused -> vault.token(refused));}</pre>
 *
 * <p>It is asked before each call, so it had better remember; and once more when the service has refused a token (code
 * 196). It returns at once, may be called by several threads, and its failures fail the calls that wait for it.
 */
@FunctionalInterface
public interface TokenSource {
    /**
     * A token to call with.
     *
     * @param refused the token that the service has just refused, if that is why; another one is expected then
     * @return the token, printable ASCII without white space
     */
    CompletionStage<String> token(Optional<String> refused);
}
