package io.handlekit.http.internal.auth;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.internal.base.RedactedException;
import io.handlekit.http.internal.call.AccessTokens;
import io.handlekit.http.internal.call.CallWindow;
import io.handlekit.http.internal.call.Deadline;
import io.handlekit.http.internal.call.RequestSender;
import io.handlekit.http.internal.call.ServiceRequest;
import io.handlekit.http.internal.codec.ReplyDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for a user name and password. All callers share one login in flight. The token is kept for its documented
 * lifetime less an hour, or until the service refuses it.
 *
 * <p>After a login that is answered with anything but a token, the next login waits for a minute, and for twice as long
 * after each further one in a row, up to about an hour; a longer Retry-After counts up to the same bound. A wrong
 * password therefore stays far below the documented 100 failed logins per hour at which the service blocks the
 * address. There are always fewer logins per minute than the documented 30.
 */
public final class LoginTokens implements AccessTokens {
    static final Duration DELAY_AFTER_REFUSAL = Duration.ofMinutes(1);

    /** The documented lifetime is 48 hours; no reply states it. */
    static final Duration LIFETIME = Duration.ofHours(47);

    static final int MAX_LOGINS_PER_MINUTE = 29;

    private static final int MAX_DOUBLINGS = 6;
    private static final Duration MAX_DELAY = DELAY_AFTER_REFUSAL.multipliedBy(1L << MAX_DOUBLINGS);

    private final Supplier<CompletableFuture<String>> login;
    private final InstantSource clock;
    private final CallWindow logins = new CallWindow(MAX_LOGINS_PER_MINUTE, Duration.ofMinutes(1));
    private @Nullable CompletableFuture<String> latest;
    private Instant startedAt = Instant.MIN;
    private int refusals;

    /**
     * Creates tokens from logins.
     *
     * @param login starts a login; must not block
     */
    LoginTokens(Supplier<CompletableFuture<String>> login, InstantSource clock) {
        this.login = login;
        this.clock = clock;
    }

    /** Returns tokens from logins over HTTP, each within the deadline. */
    public static LoginTokens over(RequestSender sender, ServiceRequest login, Deadline deadline, InstantSource clock) {
        return new LoginTokens(() -> sender.login(login, deadline, ReplyDecoder::token), clock);
    }

    @Override
    public CompletableFuture<String> current() {
        CompletableFuture<String> token = new CompletableFuture<>();
        synchronized (this) {
            if (latest != null && !isDue(latest)) {
                return latest;
            }
            Instant now = clock.instant();
            Optional<Duration> wait = logins.enter(now);
            if (wait.isPresent()) {
                return CompletableFuture.failedFuture(
                        new Throttled("the service allows 30 logins per minute", wait.get()));
            }
            refusals = latest != null && latest.isCompletedExceptionally() && isRefused(latest) ? refusals + 1 : 0;
            startedAt = now;
            latest = token;
        }
        // Outside the monitor: a transport or a stage of a caller may take its time, and other callers need the token.
        start(token);
        return token;
    }

    private void start(CompletableFuture<String> token) {
        try {
            login.get().whenComplete((value, failure) -> {
                if (failure == null) {
                    token.complete(value);
                } else {
                    token.completeExceptionally(Futures.unwrap(failure));
                }
            });
        } catch (Throwable thrown) {
            token.completeExceptionally(
                    new Unavailable("the login failed unexpectedly", false, RedactedException.of(thrown)));
        }
    }

    @Override
    public Optional<CompletableFuture<String>> replacementFor(String refused) {
        synchronized (this) {
            if (latest != null
                    && latest.isDone()
                    && !latest.isCompletedExceptionally()
                    && refused.equals(latest.join())) {
                latest = null;
            }
        }
        return Optional.of(current());
    }

    /**
     * Returns true if the login has to be repeated: at once if it failed on the way, after a delay if it was refused.
     */
    private boolean isDue(CompletableFuture<String> login) {
        Duration age = Duration.between(startedAt, clock.instant());
        if (login.isCompletedExceptionally()) {
            return !isRefused(login) || age.compareTo(delay(login)) >= 0;
        }
        return login.isDone() && age.compareTo(LIFETIME) >= 0;
    }

    /** Returns the delay after a refused login, which is that of the reply's Retry-After if that is longer. */
    private Duration delay(CompletableFuture<String> login) {
        Duration own = DELAY_AFTER_REFUSAL.multipliedBy(1L << Math.min(refusals, MAX_DOUBLINGS));
        Duration requested = login.handle((token, failure) ->
                        failure instanceof Throttled limit ? limit.retryAfter().orElse(Duration.ZERO) : Duration.ZERO)
                .join();
        Duration bounded = requested.compareTo(MAX_DELAY) < 0 ? requested : MAX_DELAY;
        return own.compareTo(bounded) < 0 ? bounded : own;
    }

    /** Returns true if there was any reply: the service may have counted it as a failed login. */
    private static boolean isRefused(CompletableFuture<String> login) {
        return login.handle((token, failure) -> failure instanceof NotAuthenticated
                        || failure instanceof BrokenReply
                        || (failure instanceof Throttled limit && limit.reply().isPresent())
                        || (failure instanceof Unavailable gateway
                                && gateway.reply().isPresent())
                        || (failure instanceof CustomersFailure refusal
                                && refusal.answer().isPresent()))
                .join();
    }
}
