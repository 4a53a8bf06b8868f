package io.handlekit.customers.vendor;

import java.io.Serializable;
import java.util.Objects;

/**
 * A reply that is not in the format of the service, such as an error page of a gateway or an incomplete body.
 *
 * <pre>{@code failure.reply().ifPresent(reply -> keepForTheHelpDesk(reply.excerpt()));}</pre>
 *
 * @param httpStatus the HTTP status
 * @param contentType the content type of the reply, or empty
 * @param length the length of its body in bytes
 * @param requestId the service's id of the request, to quote to its support, or empty
 * @param excerpt the beginning of the body, at most 500 characters; may contain personal data, so do not log it
 */
public record RawReply(int httpStatus, String contentType, int length, String requestId, String excerpt)
        implements Serializable {
    /** Creates the value. No part may be {@code null}. */
    public RawReply {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(excerpt, "excerpt");
    }

    /** Returns the status and the length, without the body. */
    @Override
    public String toString() {
        return "HTTP " + httpStatus + ", " + length + " bytes";
    }
}
