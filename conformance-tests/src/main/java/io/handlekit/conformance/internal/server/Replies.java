package io.handlekit.conformance.internal.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Raw replies for scripts to send, and what raw requests contain. */
public final class Replies {
    /** A head to be formatted with the length of its body. */
    public static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";

    /** A complete reply with the body {@code abc}. */
    public static final String OK = ok("abc");

    /** The same, with a cookie. */
    public static final String WITH_A_COOKIE = OK.replaceFirst("\r\n", "\r\nSet-Cookie: session=any; Path=/\r\n");

    /** A head without an end and without a length. */
    public static final String UNFRAMED = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    /** A chunk of one byte. */
    public static final String CHUNK_OF_ONE = "1\r\nx\r\n";

    /** The head of a chunked reply. */
    public static final String CHUNKED = UNFRAMED + "Transfer-Encoding: chunked\r\n\r\n";

    /** Complete replies, each framed in another way. */
    public static final List<Framed> FRAMED = List.of(
            new Framed("a length", OK, "abc"),
            new Framed("length 0", ok(""), ""),
            new Framed("two chunks", CHUNKED + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde"),
            new Framed(
                    "a chunk with an extension and a trailer",
                    CHUNKED + "0003;name=value\r\nabc\r\n0\r\nX-Trailer: 1\r\n\r\n",
                    "abc"),
            new Framed("no chunk but the last", CHUNKED + "0\r\n\r\n", ""),
            new Framed("the end of the connection", UNFRAMED + "\r\nto the end", "to the end"),
            new Framed("the end of an HTTP/1.0 connection", "HTTP/1.0 200 OK\r\n\r\nto the end", "to the end"),
            new Framed("a length, without a reason phrase", "HTTP/1.1 200\r\nContent-Length: 3\r\n\r\nabc", "abc"),
            new Framed("status 204", "HTTP/1.1 204 No Content\r\n\r\n", ""),
            new Framed(
                    "status 304 with a length and no body",
                    "HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\n",
                    ""));

    /** The headers that HTTP needs, which a transport may add. */
    private static final List<String> OF_HTTP = List.of("host", "content-length", "connection", "user-agent");

    private static final int CHUNK = 64 * 1024;

    private Replies() {}

    /**
     * A complete reply.
     *
     * @param by what shows where its body ends
     * @param text head and body
     * @param body the body without its framing
     */
    public record Framed(String by, String text, String body) {
        @Override
        public String toString() {
            return by;
        }
    }

    /** Returns a complete reply with this body, one byte for each character. */
    static String ok(String body) {
        return String.format(Locale.ROOT, HEAD, body.length()) + body;
    }

    /** Sends the reply byte by byte. */
    public static void trickle(ServedRequest request, String reply) throws IOException {
        for (byte one : reply.getBytes(ISO_8859_1)) {
            request.send(new byte[] {one});
        }
    }

    /** Sends the piece again and again, with a pause between two, until the latch is down. */
    public static void trickleUntil(ServedRequest request, String piece, Duration pause, CountDownLatch over)
            throws IOException {
        try {
            while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                request.send(piece);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a reply with a body of this length, which must be a multiple of 64 KiB. */
    public static void send(ServedRequest request, int length, boolean chunked) throws IOException {
        request.send(chunked ? CHUNKED : String.format(Locale.ROOT, HEAD, length));
        for (int sent = 0; sent < length; sent += CHUNK) {
            if (chunked) {
                request.send(Integer.toHexString(CHUNK) + "\r\n");
            }
            request.send(new byte[CHUNK]);
            if (chunked) {
                request.send("\r\n");
            }
        }
        if (chunked) {
            request.send("0\r\n\r\n");
        }
    }

    /** Returns the values of a request's header. The case of its name does not matter. */
    public static List<String> header(String request, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return request.substring(0, request.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    /** Returns the lower-case names of a request's headers that were neither given nor needed by HTTP itself. */
    public static List<String> headersBeyond(Set<String> given, String request) {
        List<String> names = new ArrayList<>(request.substring(0, request.indexOf("\r\n\r\n"))
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT))
                .toList());
        OF_HTTP.forEach(names::remove);
        given.forEach(name -> names.remove(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    /** Returns how such a reply shows where its body ends. */
    public static String framing(boolean chunked) {
        return chunked ? "in chunks" : "with a length";
    }

    /** Verifies that the request has this body. Both may be long, so the message shows only where they differ. */
    public static void verifyBody(String expected, String request) {
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        if (!body.equals(expected)) {
            int same = 0;
            while (same < Math.min(body.length(), expected.length()) && body.charAt(same) == expected.charAt(same)) {
                same++;
            }
            throw new AssertionError("expected a body of " + expected.length() + " bytes, got one of " + body.length()
                    + " bytes, which differs from byte " + same + " on");
        }
    }

    /** Verifies that the request is not chunked. */
    public static void verifyNoChunks(String request) {
        if (!header(request, "Transfer-Encoding").isEmpty()) {
            throw new AssertionError(
                    "expected a body with a Content-Length, got one with the header Transfer-Encoding: "
                            + header(request, "Transfer-Encoding"));
        }
    }
}
