package io.handlekit.conformance.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What servers say, and what they have heard. */
public final class Replies {
    /** A head that lacks its length. */
    static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";

    public static final String OK = ok("abc");
    static final String WITH_A_COOKIE = OK.replaceFirst("\r\n", "\r\nSet-Cookie: session=any; Path=/\r\n");
    static final String UNFRAMED = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    public static final String CHUNKED = UNFRAMED + "Transfer-Encoding: chunked\r\n\r\n";

    /** Whole replies, each with its body. */
    static final Map<String, String> FRAMED = Map.of(
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

    /** What a request may carry though nobody has given it. */
    private static final List<String> OF_HTTP = List.of("host", "content-length", "connection", "user-agent");

    private static final int TRICKLE_MILLIS = 20;
    private static final int CHUNK = 64 * 1024;

    private Replies() {}

    /** A whole reply with this body, each character a byte. */
    static String ok(String body) {
        return String.format(Locale.ROOT, HEAD, body.length()) + body;
    }

    /** Sends this byte by byte. */
    public static void trickle(ServedRequest visit, String reply) throws IOException {
        for (byte one : reply.getBytes(ISO_8859_1)) {
            visit.say(new byte[] {one});
        }
    }

    /** Sends a byte now and then, as chunks. */
    public static void trickleUntil(ServedRequest visit, CountDownLatch over) throws IOException {
        try {
            while (!over.await(TRICKLE_MILLIS, TimeUnit.MILLISECONDS)) {
                visit.say("1\r\nx\r\n");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a reply with a body of this length, a multiple of 64 KiB. */
    public static void send(ServedRequest visit, int length, boolean chunked) throws IOException {
        visit.say(chunked ? CHUNKED : String.format(Locale.ROOT, HEAD, length));
        for (int sent = 0; sent < length; sent += CHUNK) {
            if (chunked) {
                visit.say(Integer.toHexString(CHUNK) + "\r\n");
            }
            visit.say(new byte[CHUNK]);
            if (chunked) {
                visit.say("\r\n");
            }
        }
        if (chunked) {
            visit.say("0\r\n\r\n");
        }
    }

    /** The values of a request's header, in whatever letters its name is written. */
    public static List<String> header(String request, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return request.substring(0, request.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    /** The names of a request's headers, in small letters, but for those given and what HTTP itself needs once. */
    static List<String> headersBeyond(Set<String> given, String request) {
        List<String> names = new ArrayList<>(request.substring(0, request.indexOf("\r\n\r\n"))
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT))
                .toList());
        OF_HTTP.forEach(names::remove);
        given.forEach(name -> names.remove(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    /** Asks for a body of a length, if there is one. */
    static void mustHaveNoChunks(String request) {
        if (!header(request, "Transfer-Encoding").isEmpty()) {
            throw new AssertionError(
                    "a body travels with its Content-Length and not in chunks, but this call has the header"
                            + " Transfer-Encoding: " + header(request, "Transfer-Encoding"));
        }
    }
}
