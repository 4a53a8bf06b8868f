package io.handlekit.http.transport;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * An HTTP request, ready to be sent as it is. Its headers may contain a token and its body personal data; {@code
 * toString} shows neither.
 *
 * <pre>{@code
 * URI uri = URI.create("http://127.0.0.1:8080/v1/customers/XX123456-XX");
 * HttpCall call = new HttpCall("GET", uri, Map.of(), new byte[0]);
 * }</pre>
 */
public final class HttpCall {
    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Creates a request.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
     * @param uri the absolute URI, already escaped
     * @param headers the headers by name
     * @param body the body, empty for none; not copied, so do not change it afterwards
     */
    public HttpCall(String method, URI uri, Map<String, String> headers, byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = Map.copyOf(headers);
        this.body = Objects.requireNonNull(body, "body");
    }

    /** Returns the method. */
    public String method() {
        return method;
    }

    /** Returns the absolute URI, already escaped. */
    public URI uri() {
        return uri;
    }

    /** Returns the headers by name; they may contain the token. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the body, empty for none. Do not change it. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost() + " (" + body.length + " bytes)";
    }
}
