package io.handlekit.conformance.transport;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.check.Check;
import io.handlekit.conformance.internal.server.NewTransport;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.ServedRequest;
import io.handlekit.conformance.internal.server.TestCertificate;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.conformance.internal.texts.JavaText;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Property;

/** The rules about TLS, part of {@code TransportContract}. */
public interface TlsRules {
    /** The time that a handshake may go on after its call is cancelled. */
    int HANDSHAKE_SECONDS = 30;

    /** Returns the transport under test. Each rule calls this at least once. */
    TransportFixture fixture();

    /** Verifies that a self-signed certificate is refused before anything is sent (rule T26). */
    @Property(tries = 1)
    default void T26_a_certificate_of_unknown_origin_is_refused() throws Exception {
        try (HttpTransport transport = NewTransport.of(fixture())) {
            verifyRefused(transport, TestCertificate.ofLoopback(), "a server with a self-signed certificate");
        }
    }

    /** Verifies that a trusted certificate for another host is refused before anything is sent (rule T27). */
    @Property(tries = 1)
    default void T27_a_certificate_for_another_host_is_refused() throws Exception {
        try (HttpTransport transport = trusting(TestCertificate.ofAnotherHost())) {
            verifyRefused(
                    transport,
                    TestCertificate.ofAnotherHost(),
                    "a server on 127.0.0.1 with a trusted certificate for another.example");
        }
    }

    private static void verifyRefused(HttpTransport transport, TestCertificate certificate, String tried)
            throws IOException {
        try (ScriptedServer server = certificate.server(request -> request.send(Replies.OK))) {
            for (int i = 0; i < 3; i++) {
                TransportCall.post(transport, server.uri("/v1")).verifyFailure(Kind.CONNECT, tried);
            }
            Check.equal(List.of(), server.requests(), tried + ": the requests that reached it");
        }
    }

    /**
     * Verifies that nothing is sent to a server that answers without TLS, closes or resets during the handshake (rule
     * T28).
     */
    @Property(tries = 1)
    default void T28_without_a_whole_handshake_nothing_was_sent() throws Exception {
        verifyNotSent(
                "answers without TLS",
                request -> request.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
        verifyNotSent("closes the connection", request -> request.send(""));
        verifyNotSent("sends an alert", request -> request.send("\u0015\u0003\u0003\u0000\u0002\u0002("));
        verifyNotSent("resets the connection", ServedRequest::reset);
    }

    private void verifyNotSent(String deed, ScriptedServer.Script script) throws IOException {
        try (ScriptedServer server = ScriptedServer.speakingFirst(script);
                HttpTransport transport = NewTransport.of(fixture())) {
            TransportCall.post(transport, TestCertificate.secure(server.uri("/v1")))
                    .verifyFailure(Kind.CONNECT, "a server that " + deed + " instead of the handshake");
        }
    }

    /** Verifies that a handshake with a silent server ends at most 30 seconds after its call is cancelled (rule T29). */
    @Property(tries = 1)
    default void T29_a_silent_handshake_does_not_outlive_a_cancelled_call() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> request.send(""));
                HttpTransport transport = NewTransport.of(fixture())) {
            TransportCall call = TransportCall.post(transport, TestCertificate.secure(server.uri("/v1")));
            server.awaitConnection();

            call.cancel();

            Check.inCase("a call cancelled during the handshake", () -> server.awaitDisconnect(1, HANDSHAKE_SECONDS));
        }
    }

    /** Verifies that calls to a trusted server succeed. The server offers HTTP/1.1 only (rule T30). */
    @Property(tries = 1)
    default void T30_a_trusted_certificate_is_taken() throws Exception {
        try (ScriptedServer server = TestCertificate.ofLoopback().server(request -> {
                    request.send(Replies.OK);
                    request.keepOpen();
                });
                HttpTransport transport = trusting(TestCertificate.ofLoopback())) {
            for (int calls = 1; calls <= 3; calls++) {
                int call = calls;
                Check.inCase("call " + call + " of 3 to a server with a trusted certificate", () -> {
                    Check.equal(
                            "abc",
                            TransportCall.post(transport, server.uri("/v1")).text(),
                            "the body");
                    Check.equal(call, server.requests().size(), "the number of requests so far");
                });
            }
        }
    }

    /** Verifies that a call whose TLS connection breaks fails as {@code EXCHANGE} and was sent once (rule T31). */
    @Property(tries = 1)
    default void T31_a_connection_over_tls_that_breaks_is_an_exchange_that_was_sent_once() throws Exception {
        for (String begun : List.of("", Replies.UNFRAMED, Replies.UNFRAMED + "Content-Length: 10\r\n\r\nabc")) {
            try (ScriptedServer server = TestCertificate.ofLoopback().server(request -> request.send(begun));
                    HttpTransport transport = trusting(TestCertificate.ofLoopback())) {
                for (int calls = 1; calls <= 2; calls++) {
                    String tried = "call " + calls + " of 2 over TLS, closed after " + JavaText.of(begun);
                    TransportCall.post(transport, server.uri("/v1")).verifyFailure(Kind.EXCHANGE, tried);
                    Check.equal(calls, server.requests().size(), tried + ": the number of requests so far");
                }
            }
        }
    }

    private HttpTransport trusting(TestCertificate certificate) {
        return NewTransport.trusting(fixture(), certificate.trust());
    }
}
