package io.handlekit.conformance.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.Check;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.programs.JavaText;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.Property;

/** The rules about calls that get a reply, a part of {@link TransportContract}. */
public interface ReplyRules {
    /** The transport under proof. Called once or more by each rule. */
    TransportFixture fixture();

    /**
     * Method, URI, headers and body, with a body and without: nothing is lost, re-spelt or doubled (rule T01). Nothing is
     * made up either, but what HTTP itself needs: {@code Host}, {@code Content-Length}, {@code Connection}, and a {@code
     * User-Agent} if none is given. No cookie that a reply has set comes back.
     */
    @Property(tries = 1)
    default void T01_a_call_goes_out_as_it_is() throws Exception {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer any", "User-Agent", "any/1", "Content-Type", "text/any", "X-More", "a b");
        byte[] body = ("{\"é\":\"" + "x".repeat(100_000) + "\"}").getBytes(UTF_8);
        try (RudeServer server = RudeServer.saying(Replies.WITH_A_COOKIE);
                HttpTransport transport = fixture().open()) {
            URI uri = server.uri("/v1beta/a%2Fb;%C3%A9?c=%20d&e=%2A*");
            for (String method : List.of("POST", "PUT", "DELETE")) {
                mustGoOut(new HttpCall(method, uri, headers, body), transport, server);
            }
            for (String method : List.of("GET", "DELETE")) {
                mustGoOut(new HttpCall(method, uri, headers, new byte[0]), transport, server);
            }
        }
    }

    /** A call without a body has none on the wire either, and one without headers no more than T01 says (rule T02). */
    @Property(tries = 1)
    default void T02_a_call_without_a_body_sends_none() throws Exception {
        try (RudeServer server = RudeServer.saying(Replies.WITH_A_COOKIE);
                HttpTransport transport = fixture().open()) {
            for (String method : List.of("GET", "DELETE", "POST")) {
                mustGoOut(TransportCall.call(method, server.uri("/v1beta"), ""), transport, server);
            }
        }
    }

    private static void mustGoOut(HttpCall call, HttpTransport transport, RudeServer server) {
        TransportCall.of(transport, call).reply();

        String request = server.requests().remove(0);
        String what = " of a " + call.method();
        String host = server.uri("").toString();
        Check.startWith(call.method() + call.uri().toString().replace(host, " ") + " HTTP/1.1\r\n", request);
        Replies.mustHaveNoChunks(request);
        call.headers()
                .forEach((name, value) -> Check.beEqual(List.of(value), Replies.header(request, name), name + what));
        List<String> others = Replies.headersBeyond(call.headers().keySet(), request);
        Check.beEqual(List.of(), others, "the headers" + what + " that nobody has given");
        Check.endWith("\r\n\r\n" + new String(call.body(), ISO_8859_1), request);
    }

    /** Whatever its status, a reply is handed back with headers and body, and no redirect is followed (rule T03). */
    @Property(tries = 1)
    default void T03_any_status_is_a_reply_and_no_redirect_is_followed() throws Exception {
        for (int status : new int[] {200, 201, 301, 302, 303, 307, 308, 400, 401, 404, 407, 408, 421, 429, 500, 503}) {
            String head = "HTTP/1.1 " + status + " So\r\nLocation: /elsewhere\r\nRetry-After: 0\r\n"
                    + "WWW-Authenticate: Basic realm=\"any\"\r\nProxy-Authenticate: Basic realm=\"any\"\r\n"
                    + "Content-Type: text/any; charset=x\r\nContent-Length: 2\r\n\r\n<>";
            try (RudeServer server = RudeServer.saying(head);
                    HttpTransport transport = fixture().open()) {
                for (String method : List.of("POST", "GET")) {
                    HttpReply reply = TransportCall.of(transport, TransportCall.call(method, server.uri("/v1beta"), ""))
                            .reply();

                    Check.beEqual(status, reply.status(), "the status");
                    Check.beEqual("text/any; charset=x", reply.contentType(), "the content type");
                    Check.beEqual("/elsewhere", reply.header("location"), "the header Location");
                    Check.beEqual("<>", new String(reply.body(), UTF_8), "the body of a " + status);
                }
                Check.beEqual(2, server.requests().size(), "the calls that a " + status + " has led to");
            }
        }
    }

    /** With a length, in chunks, to the connection's end, in one piece or byte by byte, or not at all (rule T04). */
    @Property(tries = 1)
    default void T04_a_body_arrives_whole_however_it_is_framed() throws Exception {
        for (Map.Entry<String, String> framed : Replies.FRAMED.entrySet()) {
            mustRead(framed.getValue(), framed.getKey(), visit -> visit.say(framed.getKey()));
            mustRead(framed.getValue(), framed.getKey(), visit -> Replies.trickle(visit, framed.getKey()));
        }
    }

    private void mustRead(String body, String reply, RudeServer.Manners manners) throws Exception {
        try (RudeServer server = new RudeServer(manners);
                HttpTransport transport = fixture().open()) {
            Check.beEqual(
                    body,
                    TransportCall.post(transport, server.uri("/v1beta")).text(),
                    "the body of " + JavaText.of(reply));
        }
    }

    /** A body of {@link HttpTransport#MAX_REPLY_BYTES} is read, with a length and in chunks (rule T05). */
    @Property(tries = 1)
    default void T05_a_reply_of_just_the_bound_is_read() throws Exception {
        for (boolean chunked : new boolean[] {false, true}) {
            try (RudeServer server =
                            new RudeServer(visit -> Replies.send(visit, HttpTransport.MAX_REPLY_BYTES, chunked));
                    HttpTransport transport = fixture().open()) {
                byte[] body = TransportCall.get(transport, server.uri("/v1beta"))
                        .reply()
                        .body();
                Check.beEqual(HttpTransport.MAX_REPLY_BYTES, body.length, "the length of the body");
            }
        }
    }

    /** A large body goes out whole, and not in chunks (rule T06). */
    @Property(tries = 1)
    default void T06_a_large_call_goes_out_whole() throws Exception {
        String body = "0123456789abcdef".repeat(256 * 1024);
        try (RudeServer server = RudeServer.saying(Replies.OK);
                HttpTransport transport = fixture().open()) {
            TransportCall.of(transport, TransportCall.call("POST", server.uri("/v1beta"), body))
                    .reply();

            String request = server.requests().get(0);
            Replies.mustHaveNoChunks(request);
            Check.endWith("\r\n\r\n" + body, request);
        }
    }

    /** 100 Continue and 103 Early Hints are passed over, with no call having asked for them (rule T07). */
    @Property(tries = 1)
    default void T07_the_reply_is_the_final_one() throws Exception {
        for (String interim : List.of("100 Continue", "103 Early Hints\r\nLink: </a>; rel=preload")) {
            String before = "HTTP/1.1 " + interim + "\r\n\r\n";
            try (RudeServer server = RudeServer.saying(before + before + Replies.OK);
                    HttpTransport transport = fixture().open()) {
                HttpReply reply =
                        TransportCall.post(transport, server.uri("/v1beta")).reply();
                Check.beEqual(200, reply.status(), "the status after " + JavaText.of(interim));
                Check.beEqual("abc", new String(reply.body(), UTF_8), "the body after " + JavaText.of(interim));
            }
        }
    }

    /**
     * 1,000 calls started together each get the reply to themselves (rule T08). The server has two threads for each of
     * its connections, in the JVM of the test: 2,000 of them for a transport that gives each call a connection.
     */
    @Property(tries = 1)
    default void T08_a_thousand_calls_at_once_each_get_their_own_reply() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try (RudeServer server = RudeServer.echoing(started);
                HttpTransport transport = fixture().open()) {
            List<TransportCall> attempts = TransportCall.numbered(transport, server.uri("/v1beta"), 1_000);
            started.countDown();
            for (int i = 0; i < attempts.size(); i++) {
                Check.beEqual("call " + i, attempts.get(i).text(), "the reply to call " + i);
            }
            Check.beEqual(1_000, server.requests().size(), "the calls that were sent");
        }
    }
}
