package io.handlekit.conformance.transport;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.server.LeftoverThreads;
import io.handlekit.conformance.internal.server.RememberedCalls;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.ServedRequest;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Property;

/** The rules about closing a transport and about what it leaves behind, part of {@code TransportContract}. */
public interface ClosingRules {
    /** The finished calls and outcomes that an open transport may still hold: the last on each of two connections. */
    int HELD = 2;

    /** Returns the transport under test. Each rule calls this at least once. */
    TransportFixture fixture();

    /** Verifies that closing fails the calls in flight as {@code EXCHANGE} and closes their connections (rule T21). */
    @Property(tries = 1)
    default void T21_closing_ends_the_calls_in_flight() throws Exception {
        CountDownLatch arrived = new CountDownLatch(3);
        CountDownLatch over = new CountDownLatch(1);
        HttpTransport transport = fixture().open();
        try (ScriptedServer server = new ScriptedServer(request -> {
            request.send(request.body());
            arrived.countDown();
            request.await(over);
        })) {
            List<TransportCall> calls = new ArrayList<>();
            for (String begun : List.of("", Replies.UNFRAMED, String.format(Locale.ROOT, Replies.HEAD, 10) + "abc")) {
                calls.add(TransportCall.send(transport, TransportCall.call("POST", server.uri("/v1"), begun)));
            }
            TransportCall.awaitArrival(calls, arrived);

            transport.close();

            for (TransportCall call : calls) {
                call.verifyFailure(Kind.EXCHANGE, "a call in flight when the transport was closed");
            }
            server.awaitDisconnect(3);
        } finally {
            over.countDown();
            transport.close();
        }
    }

    /**
     * Verifies that closing ends 500 calls that are sent or wait to be sent, and that no call which was sent fails as
     * never sent (rule T22).
     */
    @Property(tries = 1)
    default void T22_closing_ends_the_calls_that_wait() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger unsent = new AtomicInteger();
        HttpTransport transport = fixture().open();
        try (ScriptedServer server = new ScriptedServer(request -> {
            arrived.countDown();
            request.await(over);
        })) {
            List<TransportCall> calls = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                calls.add(TransportCall.post(transport, server.uri("/v1")));
            }
            TransportCall.awaitArrival(calls, arrived);

            transport.close();

            calls.forEach(call -> unsent.addAndGet(call.failure().mayHaveBeenSent() ? 0 : 1));
            server.awaitDisconnect(1);
            if (unsent.get() + server.requests().size() > calls.size()) {
                throw new AssertionError(
                        "expected the calls that fail as never sent not to arrive, but of " + calls.size() + " calls "
                                + unsent + " fail so and " + server.requests().size() + " arrived");
            }
        } finally {
            over.countDown();
            transport.close();
        }
    }

    /** Verifies that a closed transport sends nothing and can be closed again (rule T23). */
    @Property(tries = 1)
    default void T23_a_closed_transport_sends_nothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.replying(Replies.OK)) {
            HttpTransport transport = fixture().open();
            transport.close();
            transport.close();
            TransportCall.post(transport, server.uri("/v1"))
                    .verifyFailure(Kind.CONNECT, "a call on a closed transport");
            Check.equal(List.of(), server.requests(), "the requests that reached the server");
        }
    }

    /** Verifies that threads and connections are gone at most ten seconds after {@code close} (rule T24). */
    @Property(tries = 1)
    default void T24_a_closed_transport_leaves_no_thread_and_no_connection() throws Exception {
        LeftoverThreads leftovers = LeftoverThreads.sinceNow();
        CountDownLatch over = new CountDownLatch(1);
        HttpTransport transport = fixture().open();
        try (ScriptedServer server = new ScriptedServer(request -> serve(request, over))) {
            use(transport, server, 20, new RememberedCalls());
            TransportCall.post(transport, server.uri("/silence"));

            transport.close();

            leftovers.verifyGone();
            server.awaitDisconnect(1);
        } finally {
            over.countDown();
            // This also keeps the transport reachable: it must not take a garbage collection to end its threads.
            transport.close();
        }
    }

    /** Verifies that no timer, queue or table of an open transport holds calls that are over (rule T25). */
    @Property(tries = 1)
    default void T25_calls_that_are_over_are_forgotten() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> serve(request, over));
                HttpTransport transport = fixture().open()) {
            RememberedCalls calls = new RememberedCalls();
            use(transport, server, 100, calls);
            calls.verifyForgotten(HELD);
        } finally {
            over.countDown();
        }
    }

    private static void serve(ServedRequest request, CountDownLatch over) throws IOException {
        if (request.text().contains("/silence")) {
            request.await(over);
        } else if (request.text().contains("/reply")) {
            request.send(Replies.OK);
            request.keepOpen();
        }
    }

    /** Makes calls that succeed, break, are refused and are cancelled, this many of each. */
    private static void use(HttpTransport transport, ScriptedServer server, int times, RememberedCalls calls) {
        for (int i = 0; i < times; i++) {
            calls.make(transport, server.uri("/reply"), TransportCall::reply);
            calls.make(transport, server.uri("/break"), call -> call.verifyFailure(Kind.EXCHANGE, "a broken call"));
            calls.make(
                    transport,
                    URI.create("http://127.0.0.1:1/"),
                    call -> call.verifyFailure(Kind.CONNECT, "a refused connection"));
            calls.make(transport, server.uri("/silence"), TransportCall::cancel);
        }
    }
}
