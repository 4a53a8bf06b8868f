package io.handlekit.http.transport;

import io.handlekit.http.internal.base.RedactedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a {@link HttpTransport} has no reply, in the same terms for every HTTP library.
 *
 * <pre>{@code
 * failed.completeExceptionally(new TransportFailure(TransportFailure.Kind.CONNECT, refused));
 * }</pre>
 */
public final class TransportFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /**
     * Creates a failure.
     *
     * @param kind the point at which the exchange failed
     * @param cause the exception of the HTTP library, or null; its class and stack trace are kept, its message is not
     *     shown, because it may quote data from the wire
     */
    public TransportFailure(Kind kind, @Nullable Throwable cause) {
        super(kind.description, RedactedException.of(cause));
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** Returns the point at which the exchange failed. */
    public Kind kind() {
        return kind;
    }

    /** Returns true if the request may have reached the server. */
    public boolean mayHaveBeenSent() {
        return kind != Kind.CONNECT && kind != Kind.EXPIRED;
    }

    /** The point at which an exchange failed. See {@link TransportFailure} for an example. */
    public enum Kind {
        /**
         * The call was certainly not sent: connection refused, unknown host, certificate not trusted, or a call that
         * HTTP cannot express.
         */
        CONNECT("could not connect to the service"),
        /**
         * The call was certainly not sent: it waited, for example for a connection, until {@link HttpCall#depart} no
         * longer allowed to send it.
         */
        EXPIRED("the call waited until its deadline and was not sent"),
        /** The connection broke, or the reply was not HTTP. */
        EXCHANGE("the connection broke before the reply was complete"),
        /** The reply's body is longer than {@link HttpTransport#MAX_REPLY_BYTES}. */
        TOO_LARGE("the reply is longer than 8 MiB");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }
}
