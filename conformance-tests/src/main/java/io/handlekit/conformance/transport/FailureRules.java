package io.handlekit.conformance.transport;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.check.Patience;
import io.handlekit.conformance.internal.server.NewTransport;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.ServedRequest;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.conformance.internal.texts.JavaText;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.Property;

/**
 * The rules about calls that get no reply, part of {@code TransportContract}. Each rule says as which kind the call
 * fails and how often it reaches the server: never twice, whatever its method.
 */
public interface FailureRules {
    /** The time to wait for a transport that notices a closed connection before its next call. */
    int NOTICE_SECONDS = 3;

    /** Returns the transport under test. Each rule calls this at least once. */
    TransportFixture fixture();

    /** Verifies that a refused connection and an unknown host fail as {@code CONNECT}: nothing was sent (rule T09). */
    @Property(tries = 1)
    default void T09_without_a_connection_nothing_was_sent() throws Exception {
        // No thread accepts on this socket, so its port is free as soon as it is closed.
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();
        try (HttpTransport transport = NewTransport.of(fixture())) {
            for (String host : List.of("127.0.0.1:" + gone.getLocalPort(), "no-such-host.invalid")) {
                URI uri = URI.create("http://" + host + "/v1");
                TransportCall.post(transport, uri).verifyFailure(Kind.CONNECT, "no server there");
                TransportCall.get(transport, uri).verifyFailure(Kind.CONNECT, "no server there");
            }
        }
    }

    /**
     * Verifies that a call which HTTP cannot express, such as one with a line break in a header, fails its stage as
     * {@code CONNECT}, and that nothing of it is sent (rule T10).
     */
    @Property(tries = 1)
    default void T10_what_cannot_be_sent_fails_and_is_not_thrown() throws Exception {
        try (ScriptedServer server = ScriptedServer.replying(Replies.OK);
                HttpTransport transport = NewTransport.of(fixture())) {
            unsendable(server.uri("/v1"))
                    .forEach((tried, call) -> Check.inCase(tried, () -> {
                        TransportCall.send(transport, call).verifyFailure(Kind.CONNECT, "a call that cannot be sent");
                        Check.equal(List.of(), server.requests(), "the requests that reached the server");
                    }));
        }
    }

    private static Map<String, HttpCall> unsendable(URI good) {
        Map<String, HttpCall> calls = new LinkedHashMap<>();
        calls.put("a URI of FTP", TransportCall.call("GET", URI.create("ftp://127.0.0.1/v1"), ""));
        calls.put("a URI without a host", TransportCall.call("GET", URI.create("http:///v1"), ""));
        calls.put("a relative URI", TransportCall.call("GET", URI.create("/v1"), ""));
        calls.put("a line break in the method", TransportCall.call("GET / HTTP/1.1\r\nX-More: 1\r\n\r\nGET", good, ""));
        calls.put(
                "a line break in a header's value",
                new HttpCall("GET", good, Map.of("X-More", "1\r\nX-Evil: 2"), new byte[0]));
        calls.put(
                "a line break in a header's name",
                new HttpCall("GET", good, Map.of("X-More: 1\r\nX-Evil", "2"), new byte[0]));
        return calls;
    }

    /**
     * Verifies that a call whose connection is closed or reset before the reply, within its head or within its body
     * fails as {@code EXCHANGE} and was sent once (rule T11).
     */
    @Property(tries = 1)
    default void T11_a_connection_that_breaks_is_an_exchange_that_was_sent_once() throws Exception {
        for (String begun : List.of(
                "",
                "HTTP/1.1 200",
                Replies.UNFRAMED,
                String.format(Locale.ROOT, Replies.HEAD, 10),
                String.format(Locale.ROOT, Replies.HEAD, 10) + "abc",
                Replies.CHUNKED + "5\r\nabc",
                Replies.CHUNKED + "3\r\nabc\r\n")) {
            verifySentOnce("a connection closed after " + JavaText.of(begun), request -> request.send(begun));
            verifySentOnce("a connection reset after " + JavaText.of(begun), request -> {
                request.send(begun);
                request.reset();
            });
        }
    }

    /** Verifies the same for a garbled status line, head, length or chunk (rule T12). */
    @Property(tries = 1)
    default void T12_what_is_no_http_is_an_exchange_that_was_sent_once() throws Exception {
        for (String garbled : List.of(
                "nonsense\r\n\r\n",
                "HTTP/1.1 OK 200\r\nContent-Length: 0\r\n\r\n",
                "HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n",
                "\u0016\u0003\u0001\u0000\u0002\u0001\u0000",
                Replies.UNFRAMED + "Content-Length: many\r\n\r\nabc",
                Replies.UNFRAMED + "Content-Length: -3\r\n\r\nabc",
                Replies.CHUNKED + "many\r\nabc\r\n0\r\n\r\n",
                Replies.CHUNKED + "-3\r\nabc\r\n0\r\n\r\n")) {
            verifySentOnce("a connection answered with " + JavaText.of(garbled), request -> request.send(garbled));
        }
    }

    private void verifySentOnce(String tried, ScriptedServer.Script script) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script);
                HttpTransport transport = NewTransport.of(fixture())) {
            for (String method : List.of("POST", "PUT", "DELETE", "GET")) {
                String body = method.startsWith("P") ? "{}" : "";
                TransportCall.send(transport, TransportCall.call(method, server.uri("/v1"), body))
                        .verifyFailure(Kind.EXCHANGE, tried);
                Check.equal(1, server.requests().size(), tried + ": how often a " + method + " was sent");
                server.requests().clear();
            }
        }
    }

    /**
     * Verifies that a longer body than {@link HttpTransport#MAX_REPLY_BYTES} fails as {@code TOO_LARGE}, and that its
     * connection is closed (rule T13).
     */
    @Property(tries = 1)
    default void T13_a_reply_over_the_bound_fails_and_is_not_read_to_its_end() throws Exception {
        for (boolean chunked : new boolean[] {false, true}) {
            try (ScriptedServer server = new ScriptedServer(
                            request -> Replies.send(request, 64 * HttpTransport.MAX_REPLY_BYTES, chunked));
                    HttpTransport transport = NewTransport.of(fixture())) {
                String tried = "a body of 512 MiB " + Replies.framing(chunked);
                TransportCall.post(transport, server.uri("/v1")).verifyFailure(Kind.TOO_LARGE, tried);
                Check.inCase(tried, () -> server.awaitDisconnect(1));
                Check.equal(1, server.requests().size(), tried + ": how often the call was sent");
            }
        }
    }

    /**
     * Verifies that a call succeeds after the server has closed the connection of the call before it. A transport may
     * notice at once or before the next call (rule T14).
     */
    @Property(tries = 1)
    default void T14_a_connection_closed_between_two_calls_harms_neither() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> request.send(Replies.OK));
                HttpTransport transport = NewTransport.of(fixture())) {
            for (int i = 0; i < 3; i++) {
                String tried = "call " + i + " of 2, on connections that the server closes after each reply";
                Check.inCase(tried, () -> verifyUsual(transport, server));
                server.awaitIdle();
                Patience.until(server::isDisconnected, NOTICE_SECONDS);
                // The transport has closed its side too; its own books may be updated a moment later.
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private static void verifyUsual(HttpTransport transport, ScriptedServer server) {
        Check.equal("abc", TransportCall.post(transport, server.uri("/v1")).text(), "the body");
    }

    /**
     * Verifies that a call on a kept connection which breaks fails as {@code EXCHANGE} and was sent once (rule T15).
     */
    @Property(tries = 1)
    default void T15_a_kept_connection_closed_under_a_call_is_an_exchange_that_was_sent_once() throws Exception {
        for (String method : List.of("POST", "GET")) {
            AtomicInteger calls = new AtomicInteger();
            try (ScriptedServer server = new ScriptedServer(request -> answerOnce(request, calls));
                    HttpTransport transport = NewTransport.of(fixture())) {
                HttpCall call = TransportCall.call(method, server.uri("/v1"), "");
                String tried = method + " on a kept connection that the server then closes";
                Check.inCase(
                        "a call before a " + tried,
                        () -> TransportCall.send(transport, call).reply());
                TransportCall.send(transport, call).verifyFailure(Kind.EXCHANGE, tried);
                Check.equal(2, server.requests().size(), tried + ": the number of requests for both calls");
            }
        }
    }

    private static void answerOnce(ServedRequest request, AtomicInteger calls) throws IOException {
        if (calls.getAndIncrement() == 0) {
            request.send(Replies.OK);
            request.keepOpen();
        }
    }

    /** Verifies that bytes beyond a reply are not taken for the reply to the next call (rule T16). */
    @Property(tries = 1)
    default void T16_bytes_beyond_a_reply_are_no_reply() throws Exception {
        String evil = Replies.OK.replace("abc", "evi");
        try (ScriptedServer server = new ScriptedServer(request -> {
                    request.send(Replies.OK + evil);
                    request.keepOpen();
                });
                HttpTransport transport = NewTransport.of(fixture())) {
            for (int i = 0; i < 10; i++) {
                String tried = "call " + i + " of 9, to a server that sends every reply and another one";
                Check.inCase(tried, () -> verifyUsual(transport, server));
            }
        }
    }
}
