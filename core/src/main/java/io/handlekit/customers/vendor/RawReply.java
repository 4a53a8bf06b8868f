package io.handlekit.customers.vendor;

import java.io.Serializable;
import java.util.Objects;

/**
 * A reply that is no envelope of the service: an error page of a gateway, a cut-off body.
 *
 * <pre>{@code failure.reply().ifPresent(reply -> keepForTheHelpDesk(reply.excerpt()));}</pre>
 *
 * @param httpStatus the HTTP status
 * @param contentType what the reply says it is, or empty
 * @param length the length of its body in bytes
 * @param requestId the id that the request has at the service, to be quoted to its support, or empty
 * @param excerpt the body's beginning, at most 500 characters; may repeat personal data, so do not log it
 */
public record RawReply(int httpStatus, String contentType, int length, String requestId, String excerpt)
        implements Serializable {
    /** Refuses only {@code null}. */
    public RawReply {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(excerpt, "excerpt");
    }

    /** Shows no word of the reply. */
    @Override
    public String toString() {
        return "HTTP " + httpStatus + ", " + length + " bytes";
    }
}
