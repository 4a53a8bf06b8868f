package io.handlekit.conformance.transport;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.server.Closing;
import io.handlekit.conformance.internal.server.LeftoverThreads;
import io.handlekit.conformance.internal.server.NewTransport;
import io.handlekit.conformance.internal.server.RememberedCalls;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.ServedRequest;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.conformance.internal.texts.JavaText;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.Property;

/** The rules about closing a transport and about what it leaves behind, part of {@code TransportContract}. */
public interface ClosingRules {
    /** The finished calls and outcomes that an open transport may still hold: the last on each of two connections. */
    int HELD = 2;

    /** The pause between two pieces of a reply: shorter than any time limit for reading. */
    Duration TRICKLE = Duration.ofMillis(500);

    /** What the server has sent of its reply when the transport is closed: it goes on in small pieces, if at all. */
    List<String> BEGUN = List.of(
            "",
            Replies.UNFRAMED + "X-Slow: ",
            String.format(Locale.ROOT, Replies.HEAD, HttpTransport.MAX_REPLY_BYTES) + "abc",
            Replies.CHUNKED);

    /** Returns the transport under test. Each rule calls this at least once. */
    TransportFixture fixture();

    /**
     * Verifies that closing fails the calls in flight as {@code EXCHANGE} and closes their connections, all within ten
     * seconds, whatever has arrived of the reply and still arrives (rule T21).
     */
    @Property(tries = 1)
    default void T21_closing_ends_the_calls_in_flight() throws Exception {
        for (String begun : BEGUN) {
            verifyEnds("a transport closed while its server has sent " + JavaText.of(begun), begun);
        }
    }

    private void verifyEnds(String tried, String begun) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        HttpTransport transport = NewTransport.of(fixture());
        try (ScriptedServer server = new ScriptedServer(request -> {
            request.send(begun);
            arrived.countDown();
            trickle(begun, request, over);
        })) {
            List<TransportCall> calls = List.of(TransportCall.post(transport, server.uri("/v1")));
            Check.inCase(tried, () -> {
                TransportCall.awaitArrival(calls, arrived);
                Closing.of(transport).ending(calls).ending(server).verify();
            });
            calls.get(0).verifyFailure(Kind.EXCHANGE, tried);
        } finally {
            over.countDown();
            Closing.of(transport);
        }
    }

    /** A silent server alone would not do: a transport with a time limit for reading ends such a call by itself. */
    private static void trickle(String begun, ServedRequest request, CountDownLatch over) throws IOException {
        if (begun.isEmpty()) {
            request.await(over);
        } else {
            String piece = begun.equals(Replies.CHUNKED) ? Replies.CHUNK_OF_ONE : "x";
            Replies.trickleUntil(request, piece, TRICKLE, over);
        }
    }

    /**
     * Verifies that closing ends 500 calls that are sent or wait to be sent, all within ten seconds, and that no call
     * which was sent fails as never sent (rule T22).
     */
    @Property(tries = 1)
    default void T22_closing_ends_the_calls_that_wait() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        HttpTransport transport = NewTransport.of(fixture());
        try (ScriptedServer server = new ScriptedServer(request -> {
            arrived.countDown();
            request.send(Replies.CHUNKED);
            Replies.trickleUntil(request, Replies.CHUNK_OF_ONE, TRICKLE, over);
        })) {
            List<TransportCall> calls = TransportCall.numbered(transport, server.uri("/v1"), 500);
            TransportCall.awaitArrival(calls, arrived);

            Closing.of(transport).ending(calls).ending(server).verify();

            long unsent = calls.stream()
                    .filter(call -> !call.failure().mayHaveBeenSent())
                    .count();
            if (unsent + server.requests().size() > calls.size()) {
                throw new AssertionError(
                        "expected the calls that fail as never sent not to arrive, but of " + calls.size() + " calls "
                                + unsent + " fail so and " + server.requests().size() + " arrived");
            }
        } finally {
            over.countDown();
            Closing.of(transport);
        }
    }

    /** Verifies that a closed transport sends nothing and can be closed again (rule T23). */
    @Property(tries = 1)
    default void T23_a_closed_transport_sends_nothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.replying(Replies.OK)) {
            HttpTransport transport = NewTransport.of(fixture());
            Check.inCase("close()", () -> close(transport));
            Check.inCase("close() of a closed transport", () -> close(transport));
            TransportCall.post(transport, server.uri("/v1"))
                    .verifyFailure(Kind.CONNECT, "a call on a closed transport");
            Check.equal(
                    List.of(), server.requests(), "a call on a closed transport: the requests that reached the server");
        }
    }

    private static void close(HttpTransport transport) {
        Closing.of(transport).verify();
    }

    /**
     * Verifies that threads and connections are gone at most ten seconds after {@code close} (rule T24). Threads that a
     * library keeps for all its clients are not the transport's: those of an earlier transport do not count.
     */
    @Property(tries = 1)
    default void T24_a_closed_transport_leaves_no_thread_and_no_connection() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> serve(request, over))) {
            try (HttpTransport earlier = NewTransport.of(fixture())) {
                use(earlier, server, 20, new RememberedCalls());
            }
            LeftoverThreads leftovers = LeftoverThreads.sinceNow();
            // Stays reachable: it must not take the garbage collection of a transport to end its threads.
            try (HttpTransport transport = NewTransport.of(fixture())) {
                use(transport, server, 20, new RememberedCalls());
                TransportCall silent = TransportCall.post(transport, server.uri("/silence"));

                Closing.of(transport)
                        .ending(List.of(silent))
                        .ending(server)
                        .ending(leftovers)
                        .verifyWhileCollecting();
            }
        } finally {
            over.countDown();
        }
    }

    /** Verifies that no timer, queue or table of an open transport holds calls that are over (rule T25). */
    @Property(tries = 1)
    default void T25_calls_that_are_over_are_forgotten() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> serve(request, over));
                HttpTransport transport = NewTransport.of(fixture())) {
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
            calls.make(
                    transport, server.uri("/break"), call -> call.verifyFailure(Kind.EXCHANGE, "a broken connection"));
            calls.make(
                    transport,
                    URI.create("http://127.0.0.1:1/"),
                    call -> call.verifyFailure(Kind.CONNECT, "a refused connection"));
            calls.make(transport, server.uri("/silence"), TransportCall::cancel);
        }
    }
}
