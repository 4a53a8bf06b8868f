package io.handlekit.conformance.transport;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.Check;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.programs.JavaText;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Property;
import org.opentest4j.TestAbortedException;

/** The rules about TLS, a part of {@link TransportContract}. */
public interface TlsRules {
    /** How long a handshake may take to end once its call is cancelled. */
    int HANDSHAKE_SECONDS = 30;

    /** The transport under proof. Called once or more by each rule. */
    TransportFixture fixture();

    /** A certificate that nobody vouches for is refused before anything is sent (rule T26). */
    @Property(tries = 1)
    default void T26_a_certificate_of_unknown_origin_is_refused() throws Exception {
        try (HttpTransport transport = fixture().open()) {
            mustBeRefused(transport, TrialCertificate.ofLoopback());
        }
    }

    /** A certificate of a trusted origin, but for another host, is refused before anything is sent (rule T27). */
    @Property(tries = 1)
    default void T27_a_certificate_for_another_host_is_refused() throws Exception {
        try (HttpTransport transport = trusting(TrialCertificate.ofAnotherHost())) {
            mustBeRefused(transport, TrialCertificate.ofAnotherHost());
        }
    }

    private static void mustBeRefused(HttpTransport transport, TrialCertificate certificate) throws IOException {
        try (RudeServer server = certificate.server(visit -> visit.say(Replies.OK))) {
            for (int i = 0; i < 3; i++) {
                TransportCall.post(transport, server.uri("/v1beta"))
                        .mustFailAs(Kind.CONNECT, "a certificate to be refused");
            }
            Check.beEqual(List.of(), server.requests(), "what was sent");
        }
    }

    /** Who answers in clear, hangs up or breaks off within the handshake gets nothing (rule T28). */
    @Property(tries = 1)
    default void T28_without_a_whole_handshake_nothing_was_sent() throws Exception {
        mustNotConnect(visit -> visit.say("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
        mustNotConnect(visit -> visit.say(""));
        mustNotConnect(visit -> visit.say("\u0015\u0003\u0003\u0000\u0002\u0002("));
        mustNotConnect(ServedRequest::reset);
    }

    private void mustNotConnect(RudeServer.Manners manners) throws IOException {
        try (RudeServer server = RudeServer.interrupting(manners);
                HttpTransport transport = fixture().open()) {
            TransportCall.post(transport, TrialCertificate.secure(server.uri("/v1beta")))
                    .mustFailAs(Kind.CONNECT, "no handshake");
        }
    }

    /** A handshake that comes to no end is given up, if not at once, then within half a minute (rule T29). */
    @Property(tries = 1)
    default void T29_a_silent_handshake_does_not_outlive_a_cancelled_call() throws Exception {
        try (RudeServer server = new RudeServer(visit -> visit.say(""));
                HttpTransport transport = fixture().open()) {
            TransportCall attempt = TransportCall.post(transport, TrialCertificate.secure(server.uri("/v1beta")));
            server.mustBeVisited();

            attempt.cancel();

            server.mustBeLeftAfter(1, HANDSHAKE_SECONDS);
        }
    }

    /** A call to a server that is trusted goes out and comes back, HTTP/1.1 being all that is offered (rule T30). */
    @Property(tries = 1)
    default void T30_a_trusted_certificate_is_taken() throws Exception {
        try (RudeServer server = TrialCertificate.ofLoopback().server(visit -> {
                    visit.say(Replies.OK);
                    visit.stay();
                });
                HttpTransport transport = trusting(TrialCertificate.ofLoopback())) {
            for (int calls = 1; calls <= 3; calls++) {
                Check.beEqual(
                        "abc",
                        TransportCall.post(transport, server.uri("/v1beta")).text(),
                        "the body");
                Check.beEqual(calls, server.requests().size(), "the calls that were sent");
            }
        }
    }

    /** A connection over TLS that breaks is an exchange like any other (rule T31). */
    @Property(tries = 1)
    default void T31_a_connection_over_tls_that_breaks_is_an_exchange_that_was_sent_once() throws Exception {
        for (String begun : List.of("", Replies.UNFRAMED, Replies.UNFRAMED + "Content-Length: 10\r\n\r\nabc")) {
            try (RudeServer server = TrialCertificate.ofLoopback().server(visit -> visit.say(begun));
                    HttpTransport transport = trusting(TrialCertificate.ofLoopback())) {
                for (int calls = 1; calls <= 2; calls++) {
                    TransportCall.post(transport, server.uri("/v1beta"))
                            .mustFailAs(Kind.EXCHANGE, "closed after " + JavaText.of(begun));
                    Check.beEqual(calls, server.requests().size(), "the calls that were sent");
                }
            }
        }
    }

    private HttpTransport trusting(TrialCertificate certificate) {
        Optional<HttpTransport> transport = fixture().openTrusting(certificate.trust());
        return transport.orElseThrow(() -> new TestAbortedException("this transport cannot be told whom to trust"));
    }
}
