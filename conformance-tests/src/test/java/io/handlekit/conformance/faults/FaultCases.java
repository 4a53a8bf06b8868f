package io.handlekit.conformance.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.ServedRequest;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.http.transport.HttpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** The faults of the table: on the wire, in the HTTP reply, and in the service's answer. */
final class FaultCases {
    private static final String JSON = "application/json";
    private static final String HTML = "<html><body>Bad Gateway</body></html>";

    /** A success for every operation: each reads the members that it needs. */
    static final String GOOD = "{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"AB123456-GB\",\"success\":true,"
            + "\"results\":[],\"total\":0,\"not_known\":[1]},\"not_known\":{}}";

    private static final String UNAUTHORIZED = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";

    private static final String GOOD_REPLY = FaultCase.reply("200 OK", JSON, GOOD);

    private FaultCases() {}

    static List<FaultCase> onTheWay() {
        CountDownLatch never = new CountDownLatch(1);
        String half = GOOD_REPLY.substring(0, GOOD_REPLY.length() - 20);
        return List.of(
                FaultCase.unreachable("the connection is refused", "http://127.0.0.1:1/v1"),
                FaultCase.unreachable("the host does not exist", "http://no-such-host.invalid/v1"),
                FaultCase.untrusted("the certificate is not trusted"),
                FaultCase.withoutTls("the server does not speak TLS"),
                FaultCase.of("a kept connection is closed before the reply", request -> request.send("")),
                FaultCase.of("", request -> request.send(""))
                        .withToken("a fresh connection is closed before the reply"),
                FaultCase.of("the connection is reset before the reply", ServedRequest::reset),
                FaultCase.of(
                        "the connection is closed within the head", request -> request.send("HTTP/1.1 200 OK\r\nX-")),
                FaultCase.of("the connection is closed within the body", request -> request.send(half)),
                FaultCase.of("the connection is reset within the body", request -> reset(request, half)),
                FaultCase.of("the chunks end too early", request -> request.send(Replies.CHUNKED + "5\r\n{\"co")),
                FaultCase.of(
                        "a chunk's length is garbled",
                        request -> request.send(Replies.CHUNKED + "many\r\n{}\r\n0\r\n\r\n")),
                FaultCase.of("the status line is garbled", request -> request.send("nonsense\r\n\r\n")),
                FaultCase.of(
                        "the body is longer than its Content-Length", request -> request.send(GOOD_REPLY + "and more")),
                FaultCase.of(
                        "the body is larger than 8 MiB",
                        request -> Replies.send(request, 2 * HttpTransport.MAX_REPLY_BYTES, true)),
                FaultCase.of("silence until the deadline", request -> request.await(never))
                        .late(),
                FaultCase.of("half a body, then silence until the deadline", request -> silence(request, half, never))
                        .late(),
                FaultCase.of("a trickle until the deadline", request -> trickle(request, never))
                        .late(),
                FaultCase.of(
                        "100 Continue comes first",
                        request -> request.send("HTTP/1.1 100 Continue\r\n\r\n" + GOOD_REPLY)),
                FaultCase.of("the reply comes byte by byte", request -> Replies.trickle(request, GOOD_REPLY)));
    }

    private static void reset(ServedRequest request, String said) throws IOException {
        request.send(said);
        request.reset();
    }

    private static void silence(ServedRequest request, String said, CountDownLatch never) throws IOException {
        request.send(said);
        request.await(never);
    }

    private static void trickle(ServedRequest request, CountDownLatch never) throws IOException {
        request.send(Replies.CHUNKED);
        Replies.trickleUntil(request, Replies.CHUNK_OF_ONE, Duration.ofMillis(20), never);
    }

    static List<FaultCase> inTheReply() {
        String notUtf8 = GOOD.replace("\"desc\":\"\"", "\"desc\":\"\u00e9\"");
        String utf16 = new String(GOOD.getBytes(UTF_16), ISO_8859_1);
        return List.of(
                FaultCase.reply("HTTP 200 with HTML", "200 OK", "text/html", HTML),
                html("400 Bad Request"),
                html("403 Forbidden"),
                html("404 Not Found"),
                FaultCase.ofEach("HTTP 401 without a body, once", () -> once(UNAUTHORIZED)),
                FaultCase.of("HTTP 401 without a body", request -> answer(request, UNAUTHORIZED)),
                FaultCase.of("", request -> answer(request, UNAUTHORIZED))
                        .withToken("HTTP 401 without a body, for a fixed token"),
                tooManyRequests("HTTP 429 without a body", ""),
                tooManyRequests("HTTP 429 with Retry-After in seconds", "Retry-After: 7\r\n"),
                tooManyRequests(
                        "HTTP 429 with Retry-After as a date",
                        "Date: Sat, 21 Nov 2026 10:00:00 GMT\r\nRetry-After: Sat, 21 Nov 2026 10:01:30 GMT\r\n"),
                html("500 Internal Server Error"),
                html("502 Bad Gateway"),
                html("503 Service Unavailable"),
                html("504 Gateway Timeout"),
                redirect("301 Moved Permanently"),
                redirect("302 Found"),
                redirect("307 Temporary Redirect"),
                FaultCase.reply("HTTP 200 without a body", "200 OK", JSON, ""),
                FaultCase.of("HTTP 204", request -> request.send("HTTP/1.1 204 No Content\r\n\r\n")),
                FaultCase.reply("HTTP 500 without a body", "500 Internal Server Error", JSON, ""),
                FaultCase.reply("HTTP 200 with truncated JSON", "200 OK", JSON, GOOD.substring(0, 60)),
                FaultCase.reply(
                        "HTTP 500 with truncated JSON", "500 Internal Server Error", JSON, GOOD.substring(0, 60)),
                FaultCase.reply("HTTP 200 with JSON that is not an envelope", "200 OK", JSON, "[{\"code\":0}]"),
                FaultCase.reply("HTTP 200 with text for data", "200 OK", JSON, "{\"code\":0,\"data\":\"done\"}"),
                FaultCase.reply("good JSON as text/html", "200 OK", "text/html", GOOD),
                FaultCase.reply("good JSON in ISO-8859-1", "200 OK", JSON + "; charset=iso-8859-1", notUtf8),
                FaultCase.reply("good JSON that is not UTF-8", "200 OK", JSON, notUtf8),
                FaultCase.reply("good JSON in UTF-16", "200 OK", JSON + "; charset=utf-16", utf16));
    }

    private static FaultCase html(String status) {
        return FaultCase.reply("HTTP " + status.substring(0, 3) + " with HTML", status, "text/html", HTML);
    }

    private static FaultCase tooManyRequests(String name, String headers) {
        String reply = "HTTP/1.1 429 Too Many Requests\r\n" + headers + "Content-Length: 0\r\n\r\n";
        return FaultCase.of(name, request -> answer(request, reply));
    }

    private static void answer(ServedRequest request, String reply) throws IOException {
        request.send(reply);
        request.keepOpen();
    }

    private static FaultCase redirect(String status) {
        String head = "HTTP/1.1 " + status + "\r\nLocation: /v1/elsewhere\r\nContent-Type: text/html\r\n";
        return FaultCase.of("HTTP " + status.substring(0, 3) + ", a redirect", request -> {
            request.send(head + "Content-Length: " + HTML.length() + "\r\n\r\n" + HTML);
            request.keepOpen();
        });
    }

    static List<FaultCase> inTheAnswer() {
        return List.of(
                FaultCase.reply("HTTP 500 with code 0", "500 Internal Server Error", JSON, GOOD),
                code("200 OK", 399),
                code("500 Internal Server Error", 399),
                code("404 Not Found", 399),
                code("500 Internal Server Error", 176),
                code("404 Not Found", 193),
                code("500 Internal Server Error", 99_999),
                FaultCase.ofEach("HTTP 500 with code 196, once", () -> once(refusal("500 Internal Server Error"))),
                code("500 Internal Server Error", 196),
                code("500 Internal Server Error", 196).withToken("HTTP 500 with code 196, for a fixed token"),
                FaultCase.ofEach("HTTP 401 with code 196, once", () -> once(refusal("401 Unauthorized"))),
                code("401 Unauthorized", 196),
                code("400 Bad Request", 10008),
                code("500 Internal Server Error", 50),
                code("500 Internal Server Error", 4005),
                code("500 Internal Server Error", 4007),
                code("500 Internal Server Error", 10005),
                code("429 Too Many Requests", 10005));
    }

    private static FaultCase code(String status, int code) {
        return FaultCase.reply("HTTP " + status.substring(0, 3) + " with code " + code, status, JSON, envelope(code));
    }

    private static String envelope(int code) {
        return "{\"code\":" + code + ",\"desc\":\"text of the service\",\"data\":null}";
    }

    private static String refusal(String status) {
        return FaultCase.reply(status, JSON, envelope(VendorCodes.NOT_AUTHENTICATED));
    }

    private static ScriptedServer.Script once(String refusal) {
        AtomicBoolean refused = new AtomicBoolean();
        return request -> answer(request, refused.getAndSet(true) ? GOOD_REPLY : refusal);
    }
}
