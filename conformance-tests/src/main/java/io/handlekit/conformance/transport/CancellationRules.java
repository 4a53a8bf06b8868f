package io.handlekit.conformance.transport;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.ServedRequest;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.conformance.internal.texts.JavaText;
import io.handlekit.http.transport.HttpTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.Property;

/** The rules about waiting and cancelling, part of {@code TransportContract}. */
public interface CancellationRules {
    /** Returns the transport under test. Each rule calls this at least once. */
    TransportFixture fixture();

    /** Verifies that {@code send} returns before the server has answered (rule T17). */
    @Property(tries = 1)
    default void T17_send_waits_for_nothing() throws Exception {
        CountDownLatch returned = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> {
                    request.await(returned);
                    request.send(Replies.OK);
                });
                HttpTransport transport = fixture().open()) {
            TransportCall call = TransportCall.post(transport, server.uri("/v1"));
            Check.equal(false, call.isDone(), "whether the call is over before the server has answered");
            returned.countDown();
            Check.equal("abc", call.text(), "the body of the reply");
        }
    }

    /**
     * Verifies that cancelling closes the connection, while the server is silent, after a head, within a body and during
     * a trickle (rule T18).
     */
    @Property(tries = 1)
    default void T18_cancelling_reaches_the_socket() throws Exception {
        for (String begun :
                List.of("", "HTTP/1.1 200", Replies.UNFRAMED, String.format(Locale.ROOT, Replies.HEAD, 10) + "abc")) {
            verifyDisconnect("after " + JavaText.of(begun), request -> request.send(begun));
        }
        verifyDisconnect("during a trickle", request -> request.send(Replies.CHUNKED));
    }

    private void verifyDisconnect(String when, ScriptedServer.Script beginning) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> {
                    beginning.serve(request);
                    begun.countDown();
                    if (when.endsWith("trickle")) {
                        Replies.trickleUntil(request, over);
                    }
                    request.await(over);
                });
                HttpTransport transport = fixture().open()) {
            TransportCall call = TransportCall.post(transport, server.uri("/v1"));
            TransportCall.awaitArrival(List.of(call), begun);
            Check.equal(false, call.isDone(), "whether the call is over before it is cancelled " + when);

            call.cancel();

            server.awaitDisconnect(1);
            Check.equal(1, server.requests().size(), "how often a call was sent that is cancelled " + when);
        } finally {
            over.countDown();
        }
    }

    /** Verifies that cancelling every second of 200 calls leaves the others their replies (rule T19). */
    @Property(tries = 1)
    default void T19_cancelling_one_call_leaves_the_others_alone() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.echoing(cancelled);
                HttpTransport transport = fixture().open()) {
            List<TransportCall> calls = TransportCall.numbered(transport, server.uri("/v1"), 200);
            for (int i = 0; i < calls.size(); i += 2) {
                calls.get(i).cancel();
            }
            cancelled.countDown();
            for (int i = 1; i < calls.size(); i += 2) {
                Check.equal("call " + i, calls.get(i).text(), "the reply to call " + i);
            }
        }
    }

    /** Verifies that 500 calls which are cancelled at once do not keep 100 later calls from their replies (rule T20). */
    @Property(tries = 1)
    default void T20_calls_cancelled_at_once_are_in_nobody_s_way() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> answerReply(request, over));
                HttpTransport transport = fixture().open()) {
            for (int i = 0; i < 500; i++) {
                TransportCall.post(transport, server.uri("/silence")).cancel();
            }
            List<TransportCall> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(TransportCall.post(transport, server.uri("/reply")));
            }
            calls.forEach(TransportCall::reply);
            server.awaitIdle();
        } finally {
            over.countDown();
        }
    }

    private static void answerReply(ServedRequest request, CountDownLatch over) throws IOException {
        if (request.text().contains("/reply")) {
            request.send(Replies.OK);
            request.keepOpen();
        } else {
            request.await(over);
        }
    }
}
