package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure.AccessDenied;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the failure of a login, which several calls share. Each call fails with its own one, so that its stack trace
 * and whatever the application adds to it belong to that call alone. A copy has the details and the cause of the
 * original.
 */
final class OwnFailure {
    private OwnFailure() {}

    /** Returns a copy of a failure that a login can have, and anything else as it is. */
    static @Nullable Throwable of(@Nullable Throwable shared) {
        if (shared instanceof NotAuthenticated failure) {
            return failure.answer()
                    .map(NotAuthenticated::new)
                    .or(() -> failure.reply().map(NotAuthenticated::new))
                    .orElse(failure);
        }
        if (shared instanceof Throttled failure) {
            return copy(failure);
        }
        if (shared instanceof Unavailable failure) {
            return copy(failure);
        }
        if (shared instanceof BrokenReply failure) {
            String fault = text(failure).replace(" (" + failure.reply() + ")", "");
            return new BrokenReply(fault, failure.reply(), failure.mayHaveTakenEffect());
        }
        if (shared instanceof AccessDenied failure) {
            return failure.answer().map(AccessDenied::new).orElse(failure);
        }
        return shared instanceof Rejected failure
                ? failure.answer()
                        .map(answer -> new Rejected(answer, failure.mayHaveTakenEffect()))
                        .orElse(failure)
                : shared;
    }

    private static Throttled copy(Throttled failure) {
        Duration after = failure.retryAfter().orElse(null);
        return failure.answer()
                .map(answer -> new Throttled(answer, after))
                .or(() -> failure.reply().map(reply -> new Throttled(reply, after)))
                .orElseGet(() -> after == null ? failure : new Throttled(limit(failure, after), after));
    }

    private static String limit(Throttled failure, Duration after) {
        return text(failure).replace("not sent: ", "").replace("; try again after " + after, "");
    }

    private static Unavailable copy(Unavailable failure) {
        return failure.answer()
                .map(Unavailable::new)
                .or(() -> failure.reply().map(reply -> new Unavailable(reply, failure.mayHaveTakenEffect())))
                .orElseGet(() -> new Unavailable(text(failure), failure.mayHaveTakenEffect(), failure.getCause()));
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
