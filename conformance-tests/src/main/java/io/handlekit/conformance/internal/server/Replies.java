package io.handlekit.conformance.internal.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The head of a chunked reply. */
    public static final String CHUNKED = UNFRAMED + "Transfer-Encoding: chunked\r\n\r\n";

    /** Complete replies, each framed in another way, with their bodies. */
    public static final Map<String, String> FRAMED = Map.of(
            OK,
            "abc",
            ok(""),
            "",
            CHUNKED + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
            "abcde",
            CHUNKED + "0003;name=value\r\nabc\r\n0\r\nX-Trailer: 1\r\n\r\n",
            "abc",
            CHUNKED + "0\r\n\r\n",
            "",
            UNFRAMED + "\r\nto the end",
            "to the end",
            "HTTP/1.0 200 OK\r\n\r\nto the end",
            "to the end",
            "HTTP/1.1 200\r\nContent-Length: 3\r\n\r\nabc",
            "abc",
            "HTTP/1.1 204 No Content\r\n\r\n",
            "",
            "HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\n",
            "");

    /** The headers that HTTP needs, which a transport may add. */
    private static final List<String> OF_HTTP = List.of("host", "content-length", "connection", "user-agent");

    private static final int TRICKLE_MILLIS = 20;
    private static final int CHUNK = 64 * 1024;

    private Replies() {}

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

    /** Sends a chunk of one byte every 20 ms until the latch is down. */
    public static void trickleUntil(ServedRequest request, CountDownLatch over) throws IOException {
        try {
            while (!over.await(TRICKLE_MILLIS, TimeUnit.MILLISECONDS)) {
                request.send("1\r\nx\r\n");
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

    /** Verifies that the request is not chunked. */
    public static void verifyNoChunks(String request) {
        if (!header(request, "Transfer-Encoding").isEmpty()) {
            throw new AssertionError(
                    "expected a body with a Content-Length, got one with the header Transfer-Encoding: "
                            + header(request, "Transfer-Encoding"));
        }
    }
}
