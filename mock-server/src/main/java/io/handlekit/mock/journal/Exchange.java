package io.handlekit.mock.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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
    private static final byte[] NOTHING = {};

    private final String method;
    private final String path;
    private final String query;
    private final Optional<byte[]> requestBody;
    private final List<String> ignored;
    private final int status;
    private final byte[] responseBody;
    private final Optional<String> fault;

    public Exchange(
            String method,
            String path,
            String query,
            Optional<byte[]> requestBody,
            List<String> ignored,
            int status,
            byte[] responseBody,
            Optional<String> fault) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.requestBody = requestBody;
        this.ignored = List.copyOf(ignored);
        this.status = status;
        this.responseBody = responseBody;
        this.fault = fault;
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

    /** The request's body, empty for none and for one that is not kept. */
    public String requestBody() {
        return new String(requestBody.orElse(NOTHING), StandardCharsets.UTF_8);
    }

    /** The request's body, if it is kept. */
    public Optional<byte[]> requestBytes() {
        return requestBody;
    }

    /** The HTTP status of the answer; 0 if none was sent, which takes a fault. */
    public int status() {
        return status;
    }

    /** The answer's body, or what was sent of it; empty for none. */
    public String responseBody() {
        return new String(responseBody, StandardCharsets.UTF_8);
    }

    /**
     * The faults that struck, in their order: {@code delay(from_ms=50, to_ms=1000), reset after the effect}. Without
     * the words {@code after the effect}, a fault that ends a call ends it before that; those that only spoil an
     * answer ({@code truncated}, {@code wrong-length}, {@code drip}, {@code twice}) come after the effect.
     */
    public Optional<String> fault() {
        return fault;
    }

    public int size() {
        int names = ignored.stream().mapToInt(String::length).sum();
        return path.length() + query.length() + names + requestBody.orElse(NOTHING).length + responseBody.length;
    }

    @Override
    public String toString() {
        return method + (status == 0 ? " -> no answer" : " -> HTTP " + status);
    }
}
