package io.handlekit.conformance.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.server.NewTransport;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.conformance.internal.texts.JavaText;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.Property;

/** The rules about calls that get a reply, part of {@code TransportContract}. */
public interface ReplyRules {
    /** Returns the transport under test. Each rule calls this at least once. */
    TransportFixture fixture();

    /**
     * Verifies that method, URI, headers and body arrive as given, with a body and without (rule T01). A transport adds
     * only what HTTP needs: {@code Host}, {@code Content-Length}, {@code Connection}, and a {@code User-Agent} if none is
     * given. It does not send back cookies.
     */
    @Property(tries = 1)
    default void T01_a_call_goes_out_as_it_is() throws Exception {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer any", "User-Agent", "any/1", "Content-Type", "text/any", "X-More", "a b");
        byte[] body = ("{\"é\":\"" + "x".repeat(100_000) + "\"}").getBytes(UTF_8);
        try (ScriptedServer server = ScriptedServer.replying(Replies.WITH_A_COOKIE);
                HttpTransport transport = NewTransport.of(fixture())) {
            URI uri = server.uri("/v1/a%2Fb;%C3%A9?c=%20d&e=%2A*");
            for (String method : List.of("POST", "PUT", "DELETE")) {
                verifySent(new HttpCall(method, uri, headers, body), transport, server);
            }
            for (String method : List.of("GET", "DELETE")) {
                verifySent(new HttpCall(method, uri, headers, new byte[0]), transport, server);
            }
        }
    }

    /** Verifies that a call without a body sends none, and that one without headers sends those of T01 alone (rule T02). */
    @Property(tries = 1)
    default void T02_a_call_without_a_body_sends_none() throws Exception {
        try (ScriptedServer server = ScriptedServer.replying(Replies.WITH_A_COOKIE);
                HttpTransport transport = NewTransport.of(fixture())) {
            for (String method : List.of("GET", "DELETE", "POST")) {
                verifySent(TransportCall.call(method, server.uri("/v1"), ""), transport, server);
            }
        }
    }

    private static void verifySent(HttpCall call, HttpTransport transport, ScriptedServer server) {
        TransportCall.send(transport, call).reply();

        String tried = call.method() + " with a body of " + call.body().length + " bytes";
        Check.inCase(tried, () -> verifyRequest(call, server.requests().remove(0), server.uri("")));
    }

    private static void verifyRequest(HttpCall call, String request, URI host) {
        String target = call.uri().toString().replace(host.toString(), "");
        Check.startsWith(call.method() + " " + target + " HTTP/1.1\r\n", request);
        Replies.verifyNoChunks(request);
        new TreeMap<>(call.headers())
                .forEach((name, value) ->
                        Check.equal(List.of(value), Replies.header(request, name), "the header " + name));
        List<String> others = Replies.headersBeyond(call.headers().keySet(), request);
        Check.equal(List.of(), others, "the headers that were not given");
        Replies.verifyBody(new String(call.body(), ISO_8859_1), request);
    }

    /** Verifies that a reply of any status is returned with headers and body, and no redirect is followed (rule T03). */
    @Property(tries = 1)
    default void T03_any_status_is_a_reply_and_no_redirect_is_followed() throws Exception {
        for (int status : new int[] {200, 201, 301, 302, 303, 307, 308, 400, 401, 404, 407, 408, 421, 429, 500, 503}) {
            String head = "HTTP/1.1 " + status + " So\r\nLocation: /elsewhere\r\nRetry-After: 0\r\n"
                    + "WWW-Authenticate: Basic realm=\"any\"\r\nProxy-Authenticate: Basic realm=\"any\"\r\n"
                    + "Content-Type: text/any; charset=x\r\nContent-Length: 2\r\n\r\n<>";
            Check.inCase("a server that answers with status " + status, () -> verifyReturned(status, head));
        }
    }

    private void verifyReturned(int status, String head) throws Exception {
        try (ScriptedServer server = ScriptedServer.replying(head);
                HttpTransport transport = NewTransport.of(fixture())) {
            for (String method : List.of("POST", "GET")) {
                HttpReply reply = TransportCall.send(transport, TransportCall.call(method, server.uri("/v1"), ""))
                        .reply();

                Check.equal(status, reply.status(), method + ": the status");
                Check.equal("text/any; charset=x", reply.contentType(), method + ": the content type");
                Check.equal("/elsewhere", reply.header("location"), method + ": the header Location");
                Check.equal("<>", new String(reply.body(), UTF_8), method + ": the body");
            }
            Check.equal(2, server.requests().size(), "the number of requests for a POST and a GET");
        }
    }

    /**
     * Verifies that a body arrives completely: with a length, in chunks or up to the end of the connection, in one piece
     * or byte by byte, and that a reply without a body has none (rule T04).
     */
    @Property(tries = 1)
    default void T04_a_body_arrives_whole_however_it_is_framed() throws Exception {
        for (Replies.Framed reply : Replies.FRAMED) {
            verifyBody(reply, " in one piece", request -> request.send(reply.text()));
            verifyBody(reply, " byte by byte", request -> Replies.trickle(request, reply.text()));
        }
    }

    private void verifyBody(Replies.Framed reply, String sent, ScriptedServer.Script script) throws Exception {
        String tried = "a reply with " + reply.by() + sent + ", " + JavaText.of(reply.text());
        try (ScriptedServer server = new ScriptedServer(script);
                HttpTransport transport = NewTransport.of(fixture())) {
            Check.inCase(
                    tried,
                    () -> Check.equal(
                            reply.body(),
                            TransportCall.post(transport, server.uri("/v1")).text(),
                            "the body"));
        }
    }

    /** Verifies that a body of {@link HttpTransport#MAX_REPLY_BYTES} is read, with a length and in chunks (rule T05). */
    @Property(tries = 1)
    default void T05_a_reply_of_just_the_bound_is_read() throws Exception {
        for (boolean chunked : new boolean[] {false, true}) {
            try (ScriptedServer server = new ScriptedServer(
                            request -> Replies.send(request, HttpTransport.MAX_REPLY_BYTES, chunked));
                    HttpTransport transport = NewTransport.of(fixture())) {
                Check.inCase("a body of 8 MiB " + Replies.framing(chunked), () -> {
                    HttpReply reply =
                            TransportCall.get(transport, server.uri("/v1")).reply();
                    Check.equal(HttpTransport.MAX_REPLY_BYTES, reply.body().length, "the length of the body");
                });
            }
        }
    }

    /** Verifies that a body of 4 MiB is sent completely and not in chunks (rule T06). */
    @Property(tries = 1)
    default void T06_a_large_call_goes_out_whole() throws Exception {
        String body = "0123456789abcdef".repeat(256 * 1024);
        try (ScriptedServer server = ScriptedServer.replying(Replies.OK);
                HttpTransport transport = NewTransport.of(fixture())) {
            TransportCall.send(transport, TransportCall.call("POST", server.uri("/v1"), body))
                    .reply();

            String request = server.requests().get(0);
            Replies.verifyNoChunks(request);
            Replies.verifyBody(body, request);
        }
    }

    /** Verifies that 100 Continue and 103 Early Hints are skipped, though no call asked for them (rule T07). */
    @Property(tries = 1)
    default void T07_the_reply_is_the_final_one() throws Exception {
        for (String interim : List.of("100 Continue", "103 Early Hints\r\nLink: </a>; rel=preload")) {
            String before = "HTTP/1.1 " + interim + "\r\n\r\n";
            try (ScriptedServer server = ScriptedServer.replying(before + before + Replies.OK);
                    HttpTransport transport = NewTransport.of(fixture())) {
                Check.inCase("a reply after two times " + JavaText.of(interim), () -> {
                    HttpReply reply =
                            TransportCall.post(transport, server.uri("/v1")).reply();
                    Check.equal(200, reply.status(), "the status");
                    Check.equal("abc", new String(reply.body(), UTF_8), "the body");
                });
            }
        }
    }

    /**
     * Verifies that 1,000 calls started together each get their own reply (rule T08). The server runs two threads for
     * each connection in the JVM of the test: 2,000 if a transport opens a connection for each call.
     */
    @Property(tries = 1)
    default void T08_a_thousand_calls_at_once_each_get_their_own_reply() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.echoing(started);
                HttpTransport transport = NewTransport.of(fixture())) {
            List<TransportCall> calls = TransportCall.numbered(transport, server.uri("/v1"), 1_000);
            started.countDown();
            for (int i = 0; i < calls.size(); i++) {
                Check.equal("call " + i, calls.get(i).text(), calls.get(i) + " at once: the body");
            }
            Check.equal(1_000, server.requests().size(), "the number of requests that reached the server");
        }
    }
}
