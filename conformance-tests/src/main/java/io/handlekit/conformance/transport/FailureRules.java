package io.handlekit.conformance.transport;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.Check;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.programs.JavaText;
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
 * The rules about calls that get no reply, a part of {@link TransportContract}. Each of them says of what kind the
 * failure is, and how often the call has reached the server: never twice, whatever its method.
 */
public interface FailureRules {
    /** The transport under proof. Called once or more by each rule. */
    TransportFixture fixture();

    /** Refused, or no such host: there was no connection, so nothing was sent (rule T09). */
    @Property(tries = 1)
    default void T09_without_a_connection_nothing_was_sent() throws Exception {
        // No thread waits on this socket, so that it is gone as soon as it is closed.
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();
        try (HttpTransport transport = fixture().open()) {
            for (String host : List.of("127.0.0.1:" + gone.getLocalPort(), "no-such-host.invalid")) {
                URI uri = URI.create("http://" + host + "/v1beta");
                TransportCall.post(transport, uri).mustFailAs(Kind.CONNECT, host);
                TransportCall.get(transport, uri).mustFailAs(Kind.CONNECT, host);
            }
        }
    }

    /** What HTTP has no form for fails the stage, and nothing is sent, nor anything smuggled (rule T10). */
    @Property(tries = 1)
    default void T10_what_cannot_be_sent_fails_and_is_not_thrown() throws Exception {
        try (RudeServer server = RudeServer.saying(Replies.OK);
                HttpTransport transport = fixture().open()) {
            URI good = server.uri("/v1beta");
            List<HttpCall> calls = List.of(
                    TransportCall.call("GET", URI.create("ftp://127.0.0.1/v1beta"), ""),
                    TransportCall.call("GET", URI.create("http:///v1beta"), ""),
                    TransportCall.call("GET", URI.create("/v1beta"), ""),
                    TransportCall.call("GET / HTTP/1.1\r\nX-More: 1\r\n\r\nGET", good, ""),
                    new HttpCall("GET", good, Map.of("X-More", "1\r\nX-Evil: 2"), new byte[0]),
                    new HttpCall("GET", good, Map.of("X-More: 1\r\nX-Evil", "2"), new byte[0]));
            for (int i = 0; i < calls.size(); i++) {
                TransportCall.of(transport, calls.get(i)).mustFailAs(Kind.CONNECT, "call " + i);
            }
            Check.beEqual(List.of(), server.requests(), "what was sent");
        }
    }

    /**
     * Closed or reset, before the reply, within its head or within its body: the call may have been sent (rule T11).
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
            mustBeSentOnce("closed after " + JavaText.of(begun), visit -> visit.say(begun));
            mustBeSentOnce("reset after " + JavaText.of(begun), visit -> {
                visit.say(begun);
                visit.reset();
            });
        }
    }

    /** A garbled status line, head, length or chunk (rule T12). */
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
            mustBeSentOnce("told " + JavaText.of(garbled), visit -> visit.say(garbled));
        }
    }

    private void mustBeSentOnce(String why, RudeServer.Manners manners) throws Exception {
        try (RudeServer server = new RudeServer(manners);
                HttpTransport transport = fixture().open()) {
            for (String method : List.of("POST", "PUT", "DELETE", "GET")) {
                String body = method.startsWith("P") ? "{}" : "";
                TransportCall.of(transport, TransportCall.call(method, server.uri("/v1beta"), body))
                        .mustFailAs(Kind.EXCHANGE, method + " " + why);
                Check.beEqual(1, server.requests().size(), "how often a " + method + " was sent that was " + why);
                server.requests().clear();
            }
        }
    }

    /** A longer body than {@link HttpTransport#MAX_REPLY_BYTES} fails, and its connection is closed (rule T13). */
    @Property(tries = 1)
    default void T13_a_reply_over_the_bound_fails_and_is_not_read_to_its_end() throws Exception {
        for (boolean chunked : new boolean[] {false, true}) {
            try (RudeServer server =
                            new RudeServer(visit -> Replies.send(visit, 64 * HttpTransport.MAX_REPLY_BYTES, chunked));
                    HttpTransport transport = fixture().open()) {
                TransportCall.post(transport, server.uri("/v1beta")).mustFailAs(Kind.TOO_LARGE, "over the bound");
                server.mustBeLeftAfter(1);
                Check.beEqual(1, server.requests().size(), "how often it was sent");
            }
        }
    }

    /**
     * The next call does not fare worse for a connection that the server has closed since, whether the transport looks
     * at once or before that call (rule T14).
     */
    @Property(tries = 1)
    default void T14_a_connection_closed_between_two_calls_harms_neither() throws Exception {
        try (RudeServer server = new RudeServer(visit -> visit.say(Replies.OK));
                HttpTransport transport = fixture().open()) {
            for (int i = 0; i < 3; i++) {
                Check.beEqual(
                        "abc",
                        TransportCall.post(transport, server.uri("/v1beta")).text(),
                        "the body of call " + i);
                server.mustBeIdle();
                // The server has hung up; that the transport's own books say so too may take a moment longer.
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /**
     * A connection that was kept and breaks under the next call: it may have been sent, and is not again (rule T15).
     */
    @Property(tries = 1)
    default void T15_a_kept_connection_closed_under_a_call_is_an_exchange_that_was_sent_once() throws Exception {
        for (String method : List.of("POST", "GET")) {
            AtomicInteger calls = new AtomicInteger();
            try (RudeServer server = new RudeServer(visit -> answerOnce(visit, calls));
                    HttpTransport transport = fixture().open()) {
                HttpCall call = TransportCall.call(method, server.uri("/v1beta"), "");
                TransportCall.of(transport, call).reply();
                TransportCall.of(transport, call).mustFailAs(Kind.EXCHANGE, method + " on a kept connection");
                Check.beEqual(2, server.requests().size(), "the calls that were sent");
            }
        }
    }

    private static void answerOnce(ServedRequest visit, AtomicInteger calls) throws IOException {
        if (calls.getAndIncrement() == 0) {
            visit.say(Replies.OK);
            visit.stay();
        }
    }

    /** What a server says beyond its reply is taken for no other call's reply (rule T16). */
    @Property(tries = 1)
    default void T16_bytes_beyond_a_reply_are_no_reply() throws Exception {
        String evil = Replies.OK.replace("abc", "evi");
        try (RudeServer server = new RudeServer(visit -> {
                    visit.say(Replies.OK + evil);
                    visit.stay();
                });
                HttpTransport transport = fixture().open()) {
            for (int i = 0; i < 10; i++) {
                Check.beEqual(
                        "abc",
                        TransportCall.post(transport, server.uri("/v1beta")).text(),
                        "the body of call " + i);
            }
        }
    }
}
