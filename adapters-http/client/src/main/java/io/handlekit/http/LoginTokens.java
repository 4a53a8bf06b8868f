package io.handlekit.http;

import io.handlekit.customers.CustomersFailure;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for a user name and a password: one login in flight however many callers wait, its token kept until the
 * service refuses it. A login that the service refuses is never repeated, since it blocks accounts for that.
 */
final class LoginTokens implements AccessTokens {
    private final Supplier<CompletableFuture<String>> login;
    private @Nullable CompletableFuture<String> latest;

    /**
     * Tokens by way of a login.
     *
     * @param login starts one login; it may not block
     */
    LoginTokens(Supplier<CompletableFuture<String>> login) {
        this.login = login;
    }

    /** A login over the wire, no longer than the deadline. */
    static LoginTokens over(Wire wire, Credentials.Login credentials, Deadline deadline) {
        return new LoginTokens(() -> {
            Operation operation = Operation.login(RequestJson.login(credentials.username(), credentials.password()));
            CompletableFuture<String> token = wire.send(operation, Optional.empty(), ReplyJson::token);
            deadline.limit(token, () -> false);
            return token;
        });
    }

    @Override
    public synchronized CompletableFuture<String> current() {
        if (latest == null || failedForNow(latest)) {
            latest = login.get();
        }
        return latest;
    }

    @Override
    public synchronized Optional<CompletableFuture<String>> insteadOf(String refused) {
        if (latest != null && latest.isDone() && !latest.isCompletedExceptionally() && refused.equals(latest.join())) {
            latest = null;
        }
        return Optional.of(current());
    }

    private static boolean failedForNow(CompletableFuture<String> login) {
        return login.isCompletedExceptionally()
                && login.handle((token, failure) -> !(failure instanceof CustomersFailure.NotAuthenticated))
                        .join();
    }
}
