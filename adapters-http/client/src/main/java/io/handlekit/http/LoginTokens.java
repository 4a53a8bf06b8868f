package io.handlekit.http;

import io.handlekit.customers.CustomersFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for a user name and a password: one login in flight however many callers wait, its token kept until the
 * service refuses it.
 *
 * <p>A login that the service refuses stands for a minute before there is another one. At that pace a wrong password
 * stays below the documented 100 failed logins in an hour, at which the service blocks the address.
 */
final class LoginTokens implements AccessTokens {
    static final Duration REST_AFTER_REFUSAL = Duration.ofMinutes(1);

    private final Supplier<CompletableFuture<String>> login;
    private final LongSupplier nanoTime;
    private @Nullable CompletableFuture<String> latest;
    private long startedAt;

    /**
     * Tokens by way of a login.
     *
     * @param login starts one login; it may not block
     * @param nanoTime as {@link System#nanoTime}
     */
    LoginTokens(Supplier<CompletableFuture<String>> login, LongSupplier nanoTime) {
        this.login = login;
        this.nanoTime = nanoTime;
    }

    /** A login over the wire, no longer than the deadline. */
    static LoginTokens over(Wire wire, Credentials.Login credentials, Deadline deadline) {
        Supplier<CompletableFuture<String>> login = () -> {
            Operation operation = Operation.login(RequestJson.login(credentials.username(), credentials.password()));
            CompletableFuture<String> token = wire.send(operation, Optional.empty(), ReplyJson::token);
            deadline.limit(token, () -> false);
            return token;
        };
        return new LoginTokens(login, System::nanoTime);
    }

    @Override
    public synchronized CompletableFuture<String> current() {
        if (latest == null || isToBeRepeated(latest)) {
            startedAt = nanoTime.getAsLong();
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

    /** A login that failed on the way is tried again by the next call, a refused one only after a rest. */
    private boolean isToBeRepeated(CompletableFuture<String> login) {
        boolean rested = nanoTime.getAsLong() - startedAt >= REST_AFTER_REFUSAL.toNanos();
        return login.isCompletedExceptionally() && (rested || !isRefused(login));
    }

    private static boolean isRefused(CompletableFuture<String> login) {
        return login.handle((token, failure) -> failure instanceof CustomersFailure refusal
                        && refusal.answer().isPresent())
                .join();
    }
}
