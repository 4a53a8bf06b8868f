package io.handlekit.conformance.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.server.NewTransport;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.ServedRequest;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.conformance.internal.texts.JavaText;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                HttpTransport transport = NewTransport.of(fixture())) {
            TransportCall call = TransportCall.post(transport, server.uri("/v1"));
            Check.inCase("a server that has not answered yet", call::verifyUnderWay);
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
            verifyDisconnect("a call cancelled after " + JavaText.of(begun), request -> request.send(begun));
        }
        verifyDisconnect("a call cancelled during a trickle", request -> request.send(Replies.CHUNKED));
    }

    private void verifyDisconnect(String tried, ScriptedServer.Script beginning) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> {
                    beginning.serve(request);
                    begun.countDown();
                    if (tried.endsWith("trickle")) {
                        Replies.trickleUntil(request, Replies.CHUNK_OF_ONE, Duration.ofMillis(20), over);
                    }
                    request.await(over);
                });
                HttpTransport transport = NewTransport.of(fixture())) {
            TransportCall call = TransportCall.post(transport, server.uri("/v1"));
            Check.inCase(tried, () -> {
                TransportCall.awaitArrival(List.of(call), begun);
                call.verifyUnderWay();

                call.cancel();

                server.awaitDisconnect(1);
                Check.equal(1, server.requests().size(), "how often the call was sent");
            });
        } finally {
            over.countDown();
        }
    }

    /** Verifies that cancelling every second of 200 calls leaves the others their replies (rule T19). */
    @Property(tries = 1)
    default void T19_cancelling_one_call_leaves_the_others_alone() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.echoing(cancelled);
                HttpTransport transport = NewTransport.of(fixture())) {
            List<TransportCall> calls = TransportCall.numbered(transport, server.uri("/v1"), 200);
            for (int i = 0; i < calls.size(); i += 2) {
                calls.get(i).cancel();
            }
            cancelled.countDown();
            for (int i = 1; i < calls.size(); i += 2) {
                Check.equal("call " + i, calls.get(i).text(), calls.get(i) + ", of which every second is cancelled");
            }
        }
    }

    /** Verifies that 500 calls which are cancelled at once do not keep 100 later calls from their replies (rule T20). */
    @Property(tries = 1)
    default void T20_calls_cancelled_at_once_do_not_disturb_later_ones() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> answerReply(request, over));
                HttpTransport transport = NewTransport.of(fixture())) {
            for (int i = 0; i < 500; i++) {
                TransportCall.post(transport, server.uri("/silence")).cancel();
            }
            List<TransportCall> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(TransportCall.post(transport, server.uri("/reply")));
            }
            Check.inCase("100 calls after 500 cancelled ones", () -> {
                calls.forEach(TransportCall::reply);
                server.awaitIdle();
            });
        } finally {
            over.countDown();
        }
    }

    /**
     * Verifies that a call waits for its reply as long as its deadline allows, here {@link TransportFixture#deadline}:
     * the client ends late calls, and a transport has no shorter time limit of its own (rule T32).
     */
    @Property(tries = 1)
    default void T32_a_call_may_wait_until_its_deadline() throws Exception {
        Duration deadline = fixture().deadline();
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> {
                    request.await(over, deadline);
                    request.send(Replies.OK);
                });
                HttpTransport transport = NewTransport.of(fixture())) {
            long start = System.nanoTime();
            Duration enough = deadline.plusMinutes(1);
            HttpCall call = new HttpCall(
                    "POST",
                    server.uri("/v1"),
                    Map.of(),
                    "{}".getBytes(UTF_8),
                    () -> enough.minusNanos(System.nanoTime() - start));
            Check.inCase(
                    "a reply that comes after " + deadline.toSeconds() + " s, before the deadline of its call",
                    () -> Check.equal("abc", TransportCall.send(transport, call).textWithin(enough), "the body"));
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
