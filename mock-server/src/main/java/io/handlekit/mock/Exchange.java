package io.handlekit.mock;

import java.nio.charset.StandardCharsets;

/**
 * One request that the mock was sent, and its answer. Bodies hold what a client sent, personal data included: {@code
 * toString} shows none of them. The bodies of logins are not kept.
 *
 * <pre>{@code
 * Exchange last = mock.exchanges().get(mock.exchanges().size() - 1);
 * last.method();      // PUT
 * last.requestBody(); // {"handle":"XX123456-XX", …}
 * }</pre>
 */
public final class Exchange {
    private final String method;
    private final String path;
    private final byte[] requestBody;
    private final int status;
    private final byte[] responseBody;

    Exchange(String method, String path, byte[] requestBody, int status, byte[] responseBody) {
        this.method = method;
        this.path = path;
        this.requestBody = requestBody;
        this.status = status;
        this.responseBody = responseBody;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The path as it was sent, escapes included, the query left out. */
    public String path() {
        return path;
    }

    /** The request's body, empty for none. */
    public String requestBody() {
        return new String(requestBody, StandardCharsets.UTF_8);
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The answer's body. */
    public String responseBody() {
        return new String(responseBody, StandardCharsets.UTF_8);
    }

    int size() {
        return path.length() + requestBody.length + responseBody.length;
    }

    @Override
    public String toString() {
        return method + " -> HTTP " + status;
    }
}
