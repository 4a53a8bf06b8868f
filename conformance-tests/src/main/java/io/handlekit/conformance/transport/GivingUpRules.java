package io.handlekit.conformance.transport;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.Check;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.programs.JavaText;
import io.handlekit.http.transport.HttpTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.Property;

/** The rules about waiting and cancelling, a part of {@link TransportContract}. */
public interface GivingUpRules {
    /** The transport under proof. Called once or more by each rule. */
    TransportFixture fixture();

    /** The server answers once {@code send} has returned, and not before (rule T17). */
    @Property(tries = 1)
    default void T17_send_waits_for_nothing() throws Exception {
        CountDownLatch returned = new CountDownLatch(1);
        try (RudeServer server = new RudeServer(visit -> {
                    visit.await(returned);
                    visit.say(Replies.OK);
                });
                HttpTransport transport = fixture().open()) {
            TransportCall attempt = TransportCall.post(transport, server.uri("/v1beta"));
            Check.beEqual(false, attempt.isDone(), "whether there is an outcome before there is a reply");
            returned.countDown();
            Check.beEqual("abc", attempt.text(), "the body");
        }
    }

    /** Silence, a head without its body, half a body, a trickle: given up, the connection is closed (rule T18). */
    @Property(tries = 1)
    default void T18_cancelling_reaches_the_socket() throws Exception {
        for (String begun :
                List.of("", "HTTP/1.1 200", Replies.UNFRAMED, String.format(Locale.ROOT, Replies.HEAD, 10) + "abc")) {
            mustBeLeft("cancelled after " + JavaText.of(begun), visit -> visit.say(begun));
        }
        mustBeLeft("cancelled in a trickle", visit -> visit.say(Replies.CHUNKED));
    }

    private void mustBeLeft(String why, RudeServer.Manners beginning) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (RudeServer server = new RudeServer(visit -> {
                    beginning.serve(visit);
                    begun.countDown();
                    if (why.endsWith("trickle")) {
                        Replies.trickleUntil(visit, over);
                    }
                    visit.await(over);
                });
                HttpTransport transport = fixture().open()) {
            TransportCall attempt = TransportCall.post(transport, server.uri("/v1beta"));
            TransportCall.mustArrive(List.of(attempt), begun);
            Check.beEqual(false, attempt.isDone(), "whether it is over before it was " + why);

            attempt.cancel();

            server.mustBeLeftAfter(1);
            Check.beEqual(1, server.requests().size(), "how often a call was sent that was " + why);
        } finally {
            over.countDown();
        }
    }

    /** Of many calls, those that are not cancelled get their replies (rule T19). */
    @Property(tries = 1)
    default void T19_cancelling_one_call_leaves_the_others_alone() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (RudeServer server = RudeServer.echoing(cancelled);
                HttpTransport transport = fixture().open()) {
            List<TransportCall> attempts = TransportCall.numbered(transport, server.uri("/v1beta"), 200);
            for (int i = 0; i < attempts.size(); i += 2) {
                attempts.get(i).cancel();
            }
            cancelled.countDown();
            for (int i = 1; i < attempts.size(); i += 2) {
                Check.beEqual("call " + i, attempts.get(i).text(), "the reply to call " + i);
            }
        }
    }

    /** Cancelled at once, whether there is a connection yet or not: the way is free for others (rule T20). */
    @Property(tries = 1)
    default void T20_calls_cancelled_at_once_are_in_nobody_s_way() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RudeServer server = new RudeServer(visit -> answerReply(visit, over));
                HttpTransport transport = fixture().open()) {
            for (int i = 0; i < 500; i++) {
                TransportCall.post(transport, server.uri("/silence")).cancel();
            }
            List<TransportCall> attempts = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                attempts.add(TransportCall.post(transport, server.uri("/reply")));
            }
            attempts.forEach(TransportCall::reply);
            server.mustBeIdle();
        } finally {
            over.countDown();
        }
    }

    private static void answerReply(ServedRequest visit, CountDownLatch over) throws IOException {
        if (visit.request().contains("/reply")) {
            visit.say(Replies.OK);
            visit.stay();
        } else {
            visit.await(over);
        }
    }
}
