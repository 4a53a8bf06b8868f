package io.handlekit.http.internal.call;

import io.handlekit.http.internal.base.RedactedException;
import io.handlekit.http.internal.codec.JsonShape;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.TransportFailure;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log of requests and replies, for debugging. A line has names, lengths, the HTTP status and the code; it is made of
 * these alone, so that no value of a customer, handle or token can get into it. Exceptions from the log are ignored.
 */
public final class WireLog {
    /** The segments of a path that are not a handle. */
    private static final Set<String> SEGMENTS = Set.of("", "customers", "auth", "login");

    private final int baseUrlChars;
    private final Consumer<String> lines;
    private final AtomicLong requests = new AtomicLong();

    /**
     * Creates a log.
     *
     * @param baseUrl the start of every URL, which is not shown
     */
    public WireLog(String baseUrl, Consumer<String> lines) {
        baseUrlChars = baseUrl.length();
        this.lines = lines;
    }

    /** Writes a line for a request that is handed to the transport. */
    Request sent(HttpCall call) {
        Request request = new Request(requests.incrementAndGet(), System.nanoTime());
        write(request.number + " > " + call.method() + " " + target(call) + " "
                + new TreeSet<>(call.headers().keySet()) + body(call.body()));
        return request;
    }

    private String target(HttpCall call) {
        String[] parts = call.uri().toString().substring(baseUrlChars).split("\\?", 2);
        String path = Stream.of(parts[0].split("/", -1))
                .map(segment -> SEGMENTS.contains(segment) ? segment : "text(" + segment.length() + ")")
                .collect(Collectors.joining("/"));
        return parts.length == 1 ? path : path + "?" + query(parts[1]);
    }

    private static String query(String query) {
        return Stream.of(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .map(parameter -> JsonShape.name(parameter[0]) + "=text("
                        + (parameter.length == 1 ? 0 : parameter[1].length()) + ")")
                .collect(Collectors.joining("&"));
    }

    private static String body(byte[] body) {
        return body.length == 0 ? "" : " " + body.length + " bytes " + JsonShape.of(body);
    }

    private void write(String line) {
        try {
            lines.accept(line);
        } catch (Throwable ignored) {
            return;
        }
    }

    /** A request whose line was written. */
    final class Request {
        private final long number;
        private final long start;

        private Request(long number, long start) {
            this.number = number;
            this.start = start;
        }

        /** Writes a line for its end. */
        void ended(@Nullable HttpReply reply, ReplyEnvelope<?> envelope, @Nullable Throwable failure) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            write(number + " < "
                    + (reply == null ? reason(failure) : describe(reply, envelope))
                    + ", " + millis + " ms");
        }
    }

    private static String describe(HttpReply reply, ReplyEnvelope<?> envelope) {
        return "HTTP " + reply.status()
                + (envelope.code().isPresent() ? " code " + envelope.code().getAsInt() : "")
                + body(reply.body());
    }

    private static String reason(@Nullable Throwable failure) {
        if (!(failure instanceof TransportFailure lost)) {
            return "no reply";
        }
        return lost.kind() + (lost.getCause() instanceof RedactedException cause ? " " + cause.getMessage() : "");
    }
}
