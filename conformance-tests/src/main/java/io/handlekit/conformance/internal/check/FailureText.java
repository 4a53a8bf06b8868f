package io.handlekit.conformance.internal.check;

import io.handlekit.http.internal.base.RedactedException;
import io.handlekit.http.transport.TransportFailure;
import org.jspecify.annotations.Nullable;

/**
 * A failure in words, with all its causes. Messages that a redacted copy leaves out are shown too: the servers of the
 * suite know no real customer.
 */
public final class FailureText {
    private static final int MOST_CAUSES = 8;

    private FailureText() {}

    /** Returns the failure in words. */
    public static String of(@Nullable Throwable failure) {
        if (failure == null) {
            return "nothing";
        }
        StringBuilder text = new StringBuilder(head(failure));
        Throwable cause = RedactedException.original(failure).getCause();
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            Throwable original = RedactedException.original(cause);
            text.append(i == 0 ? ", caused by " : ", by ").append(original);
            cause = original.getCause();
        }
        return text.toString();
    }

    private static String head(Throwable failure) {
        return failure instanceof TransportFailure transport
                ? "TransportFailure of kind " + transport.kind()
                : RedactedException.original(failure).toString();
    }
}
