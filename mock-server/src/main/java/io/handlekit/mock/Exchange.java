package io.handlekit.mock;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
    private final String query;
    private final byte[] requestBody;
    private final List<String> ignored;
    private final int status;
    private final byte[] responseBody;

    Exchange(
            String method,
            String path,
            String query,
            byte[] requestBody,
            List<String> ignored,
            int status,
            byte[] responseBody) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.requestBody = requestBody;
        this.ignored = List.copyOf(ignored);
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

    /** The query as it was sent, escapes included and the question mark left out; empty for none. */
    public String query() {
        return query;
    }

    /**
     * What was sent and had no effect: members that nobody knows ({@code address.zip}), query parameters that nobody
     * knows ({@code ?filter}), and a name or company name in an update. The answer tells of them too, in its header
     * {@code Handlekit-Ignored}.
     */
    public List<String> ignored() {
        return ignored;
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
        int names = ignored.stream().mapToInt(String::length).sum();
        return path.length() + query.length() + names + requestBody.length + responseBody.length;
    }

    @Override
    public String toString() {
        return method + " -> HTTP " + status;
    }
}
