package io.handlekit.http.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a {@link HttpTransport} has no reply to hand back: the same kinds for every HTTP client.
 *
 * <pre>{@code
 * failed.completeExceptionally(new TransportFailure(TransportFailure.Kind.CONNECT, refused));
 * }</pre>
 */
public final class TransportFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /**
     * A failure of the given kind.
     *
     * @param kind how far the exchange had got
     * @param cause what the HTTP client threw, if it threw anything: its kind and its place are kept, and its words are
     *     not, since they may quote what came over the wire
     */
    public TransportFailure(Kind kind, @Nullable Throwable cause) {
        super(kind.description, RedactedException.of(cause));
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** How far the exchange had got. */
    public Kind kind() {
        return kind;
    }

    /** Whether the request may have reached the server. */
    public boolean mayHaveBeenSent() {
        return kind != Kind.CONNECT;
    }

    /** How far an exchange had got when it failed. See {@link TransportFailure} for an example. */
    public enum Kind {
        /** The call was surely not sent: refused, no such host, no trust in the certificate, no form for it in HTTP. */
        CONNECT("no connection to the service"),
        /** The connection broke, or what came over it was no HTTP. */
        EXCHANGE("the connection broke before there was a whole reply"),
        /** The reply is longer than {@link HttpTransport#MAX_REPLY_BYTES}. */
        TOO_LARGE("the reply is too large");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }
}
