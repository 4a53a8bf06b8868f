package io.handlekit.http;

import java.util.Objects;

/**
 * One HTTP reply, read to its end. Its body may hold personal data: {@code toString} does not show it.
 *
 * <pre>{@code new HttpReply(200, "application/json", "{\"code\":0}".getBytes(UTF_8));}</pre>
 */
public final class HttpReply {
    private final int status;
    private final String contentType;
    private final byte[] body;

    /**
     * A reply.
     *
     * @param status the HTTP status
     * @param contentType the header Content-Type, or empty if there is none
     * @param body the body, empty for none; not copied, so the caller changes it no more
     */
    public HttpReply(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.body = Objects.requireNonNull(body, "body");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The header Content-Type, or empty if there is none. */
    public String contentType() {
        return contentType;
    }

    /** The body, empty for none; not to be changed. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "HTTP " + status + " (" + body.length + " bytes)";
    }
}
