package io.handlekit.mock.journal;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.internal.base.ServicePaths;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request to the mock, and its answer. The bodies contain what a client sent, personal data included, so {@code
 * toString} does not show them. Login bodies are not recorded.
 *
 * <pre>{@code
 * Exchange last = mock.exchanges().get(mock.exchanges().size() - 1);
 * last.method();      // PUT
 * last.requestBody(); // {"handle":"XX123456-XX", …}
 * }</pre>
 */
public final class Exchange {
    private static final byte[] NOTHING = {};
    private static final List<String> SECRETS = List.of("Authorization", "Proxy-Authorization", "Cookie");

    private final String method;
    private final String path;
    private final String query;
    private final Optional<byte[]> requestBody;
    private final List<String> ignored;
    private final int status;
    private final byte[] responseBody;
    private final Optional<String> fault;
    private final List<String> headers;
    private final Instant start;
    private final Duration duration;

    /** Creates an exchange without headers, of no duration. */
    public Exchange(
            String method,
            String path,
            String query,
            Optional<byte[]> requestBody,
            List<String> ignored,
            int status,
            byte[] responseBody,
            Optional<String> fault) {
        this(
                method,
                path,
                query,
                requestBody,
                ignored,
                status,
                responseBody,
                fault,
                List.of(),
                Instant.EPOCH,
                Duration.ZERO);
    }

    /**
     * Creates an exchange.
     *
     * @param headers the headers of the request: a name, its value, the next name
     * @param start when the request came
     * @param duration the time from request to answer
     */
    public Exchange(
            String method,
            String path,
            String query,
            Optional<byte[]> requestBody,
            List<String> ignored,
            int status,
            byte[] responseBody,
            Optional<String> fault,
            List<String> headers,
            Instant start,
            Duration duration) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.requestBody = requestBody;
        this.ignored = List.copyOf(ignored);
        this.status = status;
        this.responseBody = responseBody;
        this.fault = fault;
        this.headers = List.copyOf(headers);
        this.start = start;
        this.duration = duration;
    }

    /** Returns true for a header with a secret in it, which is never recorded. */
    public static boolean isSecret(String header) {
        for (String secret : SECRETS) {
            if (secret.equalsIgnoreCase(header)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the HTTP method. */
    public String method() {
        return method;
    }

    /** Returns the version of the API that was called; empty for a request outside of both. */
    public Optional<ApiVersion> version() {
        return ServicePaths.version(path);
    }

    /** Returns the path as sent, version included, with its escapes and without the query. */
    public String path() {
        return path;
    }

    /** Returns the query as sent, with its escapes and without the question mark; empty if there is none. */
    public String query() {
        return query;
    }

    /**
     * Returns the names that were sent and ignored: unknown members ({@code address.zip}), unknown query parameters
     * ({@code ?filter}), and a name or company name in an update. The answer lists them too, in its header {@code
     * Handlekit-Ignored}.
     */
    public List<String> ignored() {
        return ignored;
    }

    /**
     * Returns the first value of a header of the request; empty if it was not sent. The headers {@code Authorization},
     * {@code Proxy-Authorization} and {@code Cookie} are not recorded.
     */
    public Optional<String> header(String name) {
        for (int at = 0; at < headers.size(); at += 2) {
            if (headers.get(at).equalsIgnoreCase(name)) {
                return Optional.of(headers.get(at + 1));
            }
        }
        return Optional.empty();
    }

    /** Returns the headers of the request that are recorded, in order: {@code Accept: application/json}. */
    public List<String> headers() {
        List<String> lines = new ArrayList<>(headers.size() / 2);
        for (int at = 0; at < headers.size(); at += 2) {
            lines.add(headers.get(at) + ": " + headers.get(at + 1));
        }
        return List.copyOf(lines);
    }

    /** Returns when the request came, by the mock's clock. */
    public Instant start() {
        return start;
    }

    /** Returns the time from request to answer; zero for a request that no route serves. */
    public Duration duration() {
        return duration;
    }

    /** Returns the request's body; empty if there is none, or if it was not recorded. */
    public String requestBody() {
        return new String(requestBody.orElse(NOTHING), StandardCharsets.UTF_8);
    }

    /** Returns the request's body, or nothing if it was not recorded. */
    public Optional<byte[]> requestBytes() {
        return requestBody;
    }

    /** Returns the HTTP status of the answer; 0 if a fault prevented the answer. */
    public int status() {
        return status;
    }

    /** Returns the answer's body, or the part of it that was sent; empty if there is none. */
    public String responseBody() {
        return new String(responseBody, StandardCharsets.UTF_8);
    }

    /**
     * Returns the faults that the call triggered, in order: {@code delay(from_ms=50, to_ms=1000), reset after the
     * effect}. A fault without the words {@code after the effect} came before it. The exceptions are {@code truncated},
     * {@code wrong-length}, {@code drip} and {@code twice}: they break an answer, so they always come after the effect.
     */
    public Optional<String> fault() {
        return fault;
    }

    public int size() {
        return path.length()
                + query.length()
                + length(headers)
                + length(ignored)
                + requestBody.orElse(NOTHING).length
                + responseBody.length;
    }

    private static int length(List<String> texts) {
        int length = 0;
        for (String text : texts) {
            length += text.length();
        }
        return length;
    }

    @Override
    public String toString() {
        return method + (status == 0 ? " -> no answer" : " -> HTTP " + status);
    }
}
