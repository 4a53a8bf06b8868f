package io.handlekit.conformance.transport;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.Check;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Property;

/** The rules about closing, and about what is left behind, a part of {@link TransportContract}. */
public interface ClosingRules {
    /** How many calls an open transport may remember: say, the last one on each of two connections. */
    int MEMORY = 2;

    /** The transport under proof. Called once or more by each rule. */
    TransportFixture fixture();

    /** Closing fails what is under way, as sent if it was, and closes its connections (rule T21). */
    @Property(tries = 1)
    default void T21_closing_ends_the_calls_in_flight() throws Exception {
        CountDownLatch arrived = new CountDownLatch(3);
        CountDownLatch over = new CountDownLatch(1);
        HttpTransport transport = fixture().open();
        try (RudeServer server = new RudeServer(visit -> {
            visit.say(visit.body());
            arrived.countDown();
            visit.await(over);
        })) {
            List<TransportCall> attempts = new ArrayList<>();
            for (String begun : List.of("", Replies.UNFRAMED, String.format(Locale.ROOT, Replies.HEAD, 10) + "abc")) {
                attempts.add(TransportCall.of(transport, TransportCall.call("POST", server.uri("/v1beta"), begun)));
            }
            TransportCall.mustArrive(attempts, arrived);

            transport.close();

            for (TransportCall attempt : attempts) {
                attempt.mustFailAs(Kind.EXCHANGE, "closed in flight");
            }
            server.mustBeLeftAfter(3);
        } finally {
            over.countDown();
            transport.close();
        }
    }

    /**
     * However many wait to be sent when the transport is closed, all end, and none that was sent denies it (rule T22).
     */
    @Property(tries = 1)
    default void T22_closing_ends_the_calls_that_wait() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger unsent = new AtomicInteger();
        HttpTransport transport = fixture().open();
        try (RudeServer server = new RudeServer(visit -> {
            arrived.countDown();
            visit.await(over);
        })) {
            List<TransportCall> attempts = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                attempts.add(TransportCall.post(transport, server.uri("/v1beta")));
            }
            TransportCall.mustArrive(attempts, arrived);

            transport.close();

            attempts.forEach(attempt -> unsent.addAndGet(attempt.failure().mayHaveBeenSent() ? 0 : 1));
            server.mustBeLeftAfter(1);
            if (unsent.get() + server.requests().size() > attempts.size()) {
                throw new AssertionError(unsent + " calls were never sent, it is said, but "
                        + server.requests().size() + " of " + attempts.size() + " have arrived");
            }
        } finally {
            over.countDown();
            transport.close();
        }
    }

    /** A closed transport sends nothing more, and may be closed again (rule T23). */
    @Property(tries = 1)
    default void T23_a_closed_transport_sends_nothing() throws Exception {
        try (RudeServer server = RudeServer.saying(Replies.OK)) {
            HttpTransport transport = fixture().open();
            transport.close();
            transport.close();
            TransportCall.post(transport, server.uri("/v1beta")).mustFailAs(Kind.CONNECT, "sent when closed");
            Check.beEqual(List.of(), server.requests(), "what was sent");
        }
    }

    /** Ten seconds after {@code close}, at the latest, threads and connections are gone (rule T24). */
    @Property(tries = 1)
    default void T24_a_closed_transport_leaves_no_thread_and_no_connection() throws Exception {
        LeftoverThreads remains = LeftoverThreads.atPresent();
        CountDownLatch over = new CountDownLatch(1);
        HttpTransport transport = fixture().open();
        try (RudeServer server = new RudeServer(visit -> treat(visit, over))) {
            use(transport, server, 20);
            TransportCall.post(transport, server.uri("/silence"));

            transport.close();

            remains.mustGo();
            server.mustBeLeftAfter(1);
        } finally {
            over.countDown();
            // Held to the end, too: no caller has to forget a transport to be rid of what it held.
            transport.close();
        }
    }

    /** What has come to an end is held by no timer, queue or table, even while the transport is open (rule T25). */
    @Property(tries = 1)
    default void T25_calls_that_are_over_are_forgotten() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RudeServer server = new RudeServer(visit -> treat(visit, over));
                HttpTransport transport = fixture().open()) {
            LeftoverThreads.mustBeForgotten(use(transport, server, 100), MEMORY);
        } finally {
            over.countDown();
        }
    }

    private static void treat(ServedRequest visit, CountDownLatch over) throws IOException {
        if (visit.request().contains("/silence")) {
            visit.await(over);
        } else if (visit.request().contains("/reply")) {
            visit.say(Replies.OK);
            visit.stay();
        }
    }

    /** Calls that succeed, break, are refused and are cancelled, each so many times. */
    private static List<WeakReference<Object>> use(HttpTransport transport, RudeServer server, int times) {
        List<WeakReference<Object>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            calls.addAll(LeftoverThreads.of(transport, server.uri("/reply"), TransportCall::reply));
            calls.addAll(LeftoverThreads.of(
                    transport, server.uri("/break"), call -> call.mustFailAs(Kind.EXCHANGE, "broken")));
            calls.addAll(LeftoverThreads.of(
                    transport, URI.create("http://127.0.0.1:1/"), call -> call.mustFailAs(Kind.CONNECT, "refused")));
            calls.addAll(LeftoverThreads.of(transport, server.uri("/silence"), TransportCall::cancel));
        }
        return calls;
    }
}
