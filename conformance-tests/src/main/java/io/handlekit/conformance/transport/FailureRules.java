package io.handlekit.conformance.transport;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.check.Patience;
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
        try (HttpTransport transport = fixture().open()) {
            for (String host : List.of("127.0.0.1:" + gone.getLocalPort(), "no-such-host.invalid")) {
                URI uri = URI.create("http://" + host + "/v1");
                TransportCall.post(transport, uri).verifyFailure(Kind.CONNECT, host);
                TransportCall.get(transport, uri).verifyFailure(Kind.CONNECT, host);
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
                HttpTransport transport = fixture().open()) {
            URI good = server.uri("/v1");
            List<HttpCall> calls = List.of(
                    TransportCall.call("GET", URI.create("ftp://127.0.0.1/v1"), ""),
                    TransportCall.call("GET", URI.create("http:///v1"), ""),
                    TransportCall.call("GET", URI.create("/v1"), ""),
                    TransportCall.call("GET / HTTP/1.1\r\nX-More: 1\r\n\r\nGET", good, ""),
                    new HttpCall("GET", good, Map.of("X-More", "1\r\nX-Evil: 2"), new byte[0]),
                    new HttpCall("GET", good, Map.of("X-More: 1\r\nX-Evil", "2"), new byte[0]));
            for (int i = 0; i < calls.size(); i++) {
                TransportCall.send(transport, calls.get(i)).verifyFailure(Kind.CONNECT, "unsendable call " + i);
            }
            Check.equal(List.of(), server.requests(), "the requests that reached the server");
        }
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
            verifySentOnce("closed after " + JavaText.of(begun), request -> request.send(begun));
            verifySentOnce("reset after " + JavaText.of(begun), request -> {
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
            verifySentOnce("answered with " + JavaText.of(garbled), request -> request.send(garbled));
        }
    }

    private void verifySentOnce(String why, ScriptedServer.Script script) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script);
                HttpTransport transport = fixture().open()) {
            for (String method : List.of("POST", "PUT", "DELETE", "GET")) {
                String body = method.startsWith("P") ? "{}" : "";
                TransportCall.send(transport, TransportCall.call(method, server.uri("/v1"), body))
                        .verifyFailure(Kind.EXCHANGE, method + " " + why);
                Check.equal(
                        1, server.requests().size(), "how often a " + method + " was sent whose connection was " + why);
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
                    HttpTransport transport = fixture().open()) {
                TransportCall.post(transport, server.uri("/v1")).verifyFailure(Kind.TOO_LARGE, "a body over the bound");
                server.awaitDisconnect(1);
                Check.equal(1, server.requests().size(), "how often the call was sent");
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
                HttpTransport transport = fixture().open()) {
            for (int i = 0; i < 3; i++) {
                Check.equal(
                        "abc", TransportCall.post(transport, server.uri("/v1")).text(), "the body of call " + i);
                server.awaitIdle();
                Patience.until(server::isDisconnected, NOTICE_SECONDS);
                // The transport has closed its side too; its own books may be updated a moment later.
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /**
     * Verifies that a call on a kept connection which breaks fails as {@code EXCHANGE} and was sent once (rule T15).
     */
    @Property(tries = 1)
    default void T15_a_kept_connection_closed_under_a_call_is_an_exchange_that_was_sent_once() throws Exception {
        for (String method : List.of("POST", "GET")) {
            AtomicInteger calls = new AtomicInteger();
            try (ScriptedServer server = new ScriptedServer(request -> answerOnce(request, calls));
                    HttpTransport transport = fixture().open()) {
                HttpCall call = TransportCall.call(method, server.uri("/v1"), "");
                TransportCall.send(transport, call).reply();
                TransportCall.send(transport, call).verifyFailure(Kind.EXCHANGE, method + " on a kept connection");
                Check.equal(2, server.requests().size(), "the number of requests that reached the server");
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
                HttpTransport transport = fixture().open()) {
            for (int i = 0; i < 10; i++) {
                Check.equal(
                        "abc", TransportCall.post(transport, server.uri("/v1")).text(), "the body of call " + i);
            }
        }
    }
}
