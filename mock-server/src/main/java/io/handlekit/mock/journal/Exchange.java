package io.handlekit.mock.journal;

import io.handlekit.customers.Finding;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.internal.base.ServicePaths;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
    private final List<String> headers;
    private final Optional<byte[]> requestBody;
    private final List<String> ignored;
    private final int status;
    private final OptionalInt code;
    private final List<Finding> findings;
    private final List<String> responseHeaders;
    private final byte[] responseBody;
    private final Optional<String> fault;
    private final Instant start;
    private final Duration duration;

    private Exchange(Builder parts) {
        method = parts.method;
        path = parts.path;
        query = parts.query;
        headers = List.copyOf(parts.headers);
        requestBody = parts.requestBody;
        ignored = List.copyOf(parts.ignored);
        status = parts.status;
        code = parts.code;
        findings = List.copyOf(parts.findings);
        responseHeaders = List.copyOf(parts.responseHeaders);
        responseBody = parts.responseBody;
        fault = parts.fault;
        start = parts.start;
        duration = parts.duration;
    }

    /**
     * Creates a builder, for exchanges in tests of your own.
     *
     * <pre>{@code Exchange.of("GET", "/v1/customers").answer(200, List.of(), "{}".getBytes(UTF_8)).build();}</pre>
     */
    public static Builder of(String method, String path) {
        return new Builder(method, path);
    }

    /** Returns true for a header with a secret in it, whose value is never recorded. */
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
     * Returns the first value of a header of the request; empty if it was not sent. The values of {@code Authorization},
     * {@code Proxy-Authorization} and {@code Cookie} are not recorded: {@code Bearer …} stands for a token.
     */
    public Optional<String> header(String name) {
        for (int at = 0; at < headers.size(); at += 2) {
            if (headers.get(at).equalsIgnoreCase(name)) {
                return Optional.of(headers.get(at + 1));
            }
        }
        return Optional.empty();
    }

    /** Returns the headers of the request, in order, without secrets: {@code Accept: application/json}. */
    public List<String> headers() {
        return lines(headers);
    }

    /**
     * Returns the headers of the answer, except for its length, in order: {@code Content-Type: application/json}. Empty if
     * there was no answer.
     */
    public List<String> responseHeaders() {
        return lines(responseHeaders);
    }

    private static List<String> lines(List<String> headers) {
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

    /** Returns the code in the envelope of the answer; empty if there was no whole envelope. */
    public OptionalInt code() {
        return code;
    }

    /**
     * Returns everything that is wrong with the request, while the answer names one thing only. The texts repeat no value
     * of the request. Empty if the call succeeded, or if no member or parameter is to blame.
     */
    public List<Finding> findings() {
        return findings;
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

    /** Returns about how many bytes this takes. */
    public int size() {
        return path.length()
                + query.length()
                + length(headers)
                + length(responseHeaders)
                + length(ignored)
                + lengthOf(findings)
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

    private static int lengthOf(List<Finding> findings) {
        int length = 0;
        for (Finding finding : findings) {
            length += finding.path().length() + finding.message().length();
        }
        return length;
    }

    @Override
    public String toString() {
        return method + (status == 0 ? " -> no answer" : " -> HTTP " + status);
    }

    /** A builder of an exchange. What is not set is empty. */
    public static final class Builder {
        private final String method;
        private final String path;
        private String query = "";
        private List<String> headers = List.of();
        private Optional<byte[]> requestBody = Optional.empty();
        private List<String> ignored = List.of();
        private int status;
        private OptionalInt code = OptionalInt.empty();
        private List<Finding> findings = List.of();
        private List<String> responseHeaders = List.of();
        private byte[] responseBody = NOTHING;
        private Optional<String> fault = Optional.empty();
        private Instant start = Instant.EPOCH;
        private Duration duration = Duration.ZERO;

        private Builder(String method, String path) {
            this.method = method;
            this.path = path;
        }

        /** Sets the query and the names that were ignored. */
        public Builder query(String query, List<String> ignored) {
            this.query = query;
            this.ignored = ignored;
            return this;
        }

        /**
         * Sets the request.
         *
         * @param headers a name, its value, the next name
         * @param body the body, if it is recorded
         */
        public Builder request(List<String> headers, Optional<byte[]> body) {
            this.headers = headers;
            requestBody = body;
            return this;
        }

        /**
         * Sets the answer.
         *
         * @param headers a name, its value, the next name
         */
        public Builder answer(int status, List<String> headers, byte[] body) {
            this.status = status;
            responseHeaders = headers;
            responseBody = body;
            return this;
        }

        /** Sets the code of the answer's envelope, and what is wrong with the request. */
        public Builder code(OptionalInt code, List<Finding> findings) {
            this.code = code;
            this.findings = findings;
            return this;
        }

        /** Sets the faults that the call triggered. */
        public Builder fault(Optional<String> fault) {
            this.fault = fault;
            return this;
        }

        /** Sets when the request came, and the time from request to answer. */
        public Builder time(Instant start, Duration duration) {
            this.start = start;
            this.duration = duration;
            return this;
        }

        /** Returns the exchange. */
        public Exchange build() {
            return new Exchange(this);
        }

        /** Shows method and status, as the exchange does. */
        @Override
        public String toString() {
            return build().toString();
        }
    }
}
