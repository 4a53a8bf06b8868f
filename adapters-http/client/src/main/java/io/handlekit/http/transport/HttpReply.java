package io.handlekit.http.transport;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One HTTP reply, read to its end. Its body may hold personal data: {@code toString} does not show it.
 *
 * <pre>{@code new HttpReply(200, "application/json", "{\"code\":0}".getBytes(UTF_8));}</pre>
 */
public final class HttpReply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * A reply.
     *
     * @param status the HTTP status
     * @param contentType the header Content-Type, or empty if there is none
     * @param body the body, empty for none; not copied, so the caller changes it no more
     */
    public HttpReply(int status, String contentType, byte[] body) {
        this(status, contentType.isEmpty() ? Map.of() : Map.of("Content-Type", contentType), body);
    }

    /**
     * A reply with all its headers.
     *
     * @param status the HTTP status
     * @param headers the headers by name, in any spelling; of one that came twice, the first
     * @param body the body, empty for none; not copied, so the caller changes it no more
     */
    public HttpReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        this.headers = Collections.unmodifiableMap(byName);
        this.body = Objects.requireNonNull(body, "body");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The header Content-Type, or empty if there is none. */
    public String contentType() {
        return header("Content-Type");
    }

    /** A header's value, or empty if there is none; names are the same in capitals and small letters. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
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
