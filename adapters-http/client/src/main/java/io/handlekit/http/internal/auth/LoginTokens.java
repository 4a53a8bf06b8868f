package io.handlekit.http.internal.auth;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.Credentials;
import io.handlekit.http.internal.call.CallWindow;
import io.handlekit.http.internal.call.Deadline;
import io.handlekit.http.internal.call.Operation;
import io.handlekit.http.internal.call.RequestSender;
import io.handlekit.http.internal.codec.ReplyDecoder;
import io.handlekit.http.internal.codec.RequestEncoder;
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
 * <p>After a login that is answered with anything but a token there is no other one for a minute, and after each in a
 * row for twice as long, up to about an hour: a wrong password stays far below the documented 100 failed logins in an
 * hour, at which the service blocks the address. Whatever happens, there are fewer logins in a minute than the documented 30.
 */
public final class LoginTokens implements AccessTokens {
    static final Duration REST_AFTER_REFUSAL = Duration.ofMinutes(1);

    /** Documented are 48 hours, and no reply says when they end. */
    static final Duration LIFETIME = Duration.ofHours(47);

    static final int MOST_LOGINS_A_MINUTE = 29;

    private static final int MOST_DOUBLINGS = 6;

    private final Supplier<CompletableFuture<String>> login;
    private final InstantSource clock;
    private final CallWindow logins = new CallWindow(MOST_LOGINS_A_MINUTE, Duration.ofMinutes(1));
    private @Nullable CompletableFuture<String> latest;
    private Instant startedAt = Instant.MIN;
    private int refusals;

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
    public static LoginTokens over(
            RequestSender wire, Credentials.Login credentials, Deadline deadline, InstantSource clock) {
        Supplier<CompletableFuture<String>> login = () -> {
            Operation operation = Operation.login(RequestEncoder.login(credentials));
            CompletableFuture<String> token = wire.send(operation, 1, Optional.empty(), ReplyDecoder::token);
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
            refusals = latest != null && latest.isCompletedExceptionally() && isRefused(latest) ? refusals + 1 : 0;
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
            return age.compareTo(rest()) >= 0 || !isRefused(login);
        }
        return login.isDone() && age.compareTo(LIFETIME) >= 0;
    }

    /** After each refusal in a row twice as long as after the one before, up to about an hour. */
    private Duration rest() {
        return REST_AFTER_REFUSAL.multipliedBy(1L << Math.min(refusals, MOST_DOUBLINGS));
    }

    /** Whatever came back, the service may have counted it as a login that failed. */
    private static boolean isRefused(CompletableFuture<String> login) {
        return login.handle((token, failure) -> failure instanceof CustomersFailure refusal
                        && (refusal.answer().isPresent()
                                || refusal instanceof BrokenReply
                                || (refusal instanceof Unavailable gateway
                                        && gateway.reply().isPresent())))
                .join();
    }
}
