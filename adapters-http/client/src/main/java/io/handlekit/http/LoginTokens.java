package io.handlekit.http;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Throttled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for a user name and a password: one login in flight however many callers wait, its token kept for as long as
 * the service lets it live, less an hour, or until the service refuses it.
 *
 * <p>A login that the service refuses stands for a minute before there is another one. At that pace a wrong password
 * stays below the documented 100 failed logins in an hour, at which the service blocks the address. Whatever happens,
 * there are fewer logins in a minute than the documented 30.
 */
final class LoginTokens implements AccessTokens {
    static final Duration REST_AFTER_REFUSAL = Duration.ofMinutes(1);

    /** Documented are 48 hours, and no reply says when they end. */
    static final Duration LIFETIME = Duration.ofHours(47);

    static final int MOST_LOGINS_A_MINUTE = 29;

    private final Supplier<CompletableFuture<String>> login;
    private final InstantSource clock;
    private final CallWindow logins = new CallWindow(MOST_LOGINS_A_MINUTE, Duration.ofMinutes(1));
    private @Nullable CompletableFuture<String> latest;
    private Instant startedAt = Instant.MIN;

    /**
     * Tokens by way of a login.
     *
     * @param login starts one login; it may not block
     */
    LoginTokens(Supplier<CompletableFuture<String>> login, InstantSource clock) {
        this.login = login;
        this.clock = clock;
    }

    /** A login over the wire, no longer than the deadline. */
    static LoginTokens over(Wire wire, Credentials.Login credentials, Deadline deadline, InstantSource clock) {
        Supplier<CompletableFuture<String>> login = () -> {
            Operation operation = Operation.login(RequestJson.login(credentials));
            CompletableFuture<String> token = wire.send(operation, 1, Optional.empty(), ReplyJson::token);
            deadline.limit(token, () -> false);
            return token;
        };
        return new LoginTokens(login, clock);
    }

    @Override
    public synchronized CompletableFuture<String> current() {
        if (latest == null || isToBeRepeated(latest)) {
            Instant now = clock.instant();
            Optional<Duration> wait = logins.enter(now);
            if (wait.isPresent()) {
                return CompletableFuture.failedFuture(
                        new Throttled("the service allows 30 logins in a minute", wait.get()));
            }
            startedAt = now;
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
        Duration age = Duration.between(startedAt, clock.instant());
        if (login.isCompletedExceptionally()) {
            return age.compareTo(REST_AFTER_REFUSAL) >= 0 || !isRefused(login);
        }
        return login.isDone() && age.compareTo(LIFETIME) >= 0;
    }

    private static boolean isRefused(CompletableFuture<String> login) {
        return login.handle((token, failure) -> failure instanceof CustomersFailure refusal
                        && refusal.answer().isPresent())
                .join();
    }
}
