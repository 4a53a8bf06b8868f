package io.handlekit.http.transport;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An HTTP reply, read to its end. Its body may contain personal data; {@code toString} does not show it.
 *
 * <pre>{@code new HttpReply(200, "application/json", "{\"code\":0}".getBytes(UTF_8));}</pre>
 */
public final class HttpReply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Creates a reply with one header.
     *
     * @param status the HTTP status
     * @param contentType the header Content-Type, or empty for none
     * @param body the body, empty for none; not copied, so do not change it afterwards
     */
    public HttpReply(int status, String contentType, byte[] body) {
        this(status, contentType.isEmpty() ? Map.of() : Map.of("Content-Type", contentType), body);
    }

    /**
     * Creates a reply.
     *
     * @param status the HTTP status
     * @param headers all headers by name, in any case; the first value of a repeated header
     * @param body the body, empty for none; not copied, so do not change it afterwards
     */
    public HttpReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        this.headers = Collections.unmodifiableMap(byName);
        this.body = Objects.requireNonNull(body, "body");
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the header Content-Type, or an empty text if there is none. */
    public String contentType() {
        return header("Content-Type");
    }

    /** Returns the value of a header, or an empty text if there is none. The name is not case-sensitive. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Returns the body, empty for none. Do not change it. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "HTTP " + status + " (" + body.length + " bytes)";
    }
}
