package io.handlekit.conformance.teeth;

import static io.handlekit.conformance.teeth.FaultyTransports.closingWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.programs.ReferenceCustomers;
import io.handlekit.conformance.trial.CustomersTrial;
import io.handlekit.conformance.trial.TransportTrial;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The message of a failed rule names the case, what was expected and what came; nobody has to read its causes. */
class FailureMessagesTest {
    @Test
    void a_status_that_a_library_refuses_is_named_with_the_words_of_the_library() {
        assertThat(message("T03", failing(407, "Received HTTP_PROXY_AUTH (407) code while not using proxy")))
                .matches(
                        "a server that answers with status 407: POST http://127.0.0.1:\\d+/v1: expected a reply, but the"
                                + " call failed as TransportFailure of kind EXCHANGE, caused by java.net.ProtocolException:"
                                + " Received HTTP_PROXY_AUTH \\(407\\) code while not using proxy");
    }

    @Test
    void a_framing_that_a_library_does_not_know_is_named() {
        assertThat(message("T04", failing(304, "unexpected end of stream")))
                .startsWith("a reply with status 304 with a length and no body in one piece, \"HTTP/1.1 304 Not")
                .endsWith("caused by java.net.ProtocolException: unexpected end of stream");
    }

    @Test
    void the_call_that_could_not_be_sent_is_named() {
        BiFunction<HttpCall, HttpTransport, CompletionStage<HttpReply>> takesAnyMethod = (call, sound) -> sound.send(
                call.method().length() > 6 ? new HttpCall("GET", call.uri(), call.headers(), call.body()) : call);

        assertThat(message("T10", takesAnyMethod))
                .startsWith(
                        "a line break in the method: a call that cannot be sent: GET / HTTP/1.1\\r\\nX-More: 1\\r\\n")
                .endsWith("expected a TransportFailure of kind CONNECT, but there was a reply: HTTP 200 (3 bytes)");
    }

    @Test
    void the_framing_of_a_reply_over_the_bound_is_named() {
        assertThat(message(
                        "T13",
                        (call, sound) -> sound.send(call)
                                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                                        new TransportFailure(Kind.EXCHANGE, new IOException("too much"))))))
                .startsWith("a body of 512 MiB with a length: POST ")
                .endsWith(
                        "expected a TransportFailure of kind TOO_LARGE, but the call failed as a TransportFailure of kind"
                                + " EXCHANGE, caused by java.io.IOException: too much");
    }

    @Test
    void a_call_on_a_closed_transport_is_named() {
        TransportFixture neverClosing = () -> FaultyClosing.neverClosing(new JdkTransport());

        assertThat(TransportTrial.of(neverClosing, "T23").orElseThrow())
                .hasMessageMatching("a call on a closed transport: POST http://127.0.0.1:\\d+/v1: expected a"
                        + " TransportFailure of kind CONNECT, but there was a reply: HTTP 200 \\(3 bytes\\)");
    }

    /** OkHttp may end the call to a silent server just in time, by its own time limit. */
    @Test
    void the_first_call_that_does_not_end_is_named() {
        assertThat(TransportTrial.of(PlainOkHttp::new, "T21").orElseThrow())
                .hasMessageMatching(
                        "a transport closed while its server has sent \".*\": expected close\\(\\) to end everything"
                                + " within 10 s, but it did not end POST http://127.0.0.1:\\d+/v1, nor 1 more");
    }

    @Test
    void a_fixture_that_makes_a_new_port_at_each_call_is_refused_in_one_sentence() {
        assertThat(CustomersTrial.of(ReferenceCustomers::new, "C01").orElseThrow())
                .isInstanceOf(AssertionError.class)
                .hasMessage("CustomersFixture.customers() must return the same implementation each time, but it made a"
                        + " new one: make it once, in a static field of the test class");
    }

    @Test
    void a_fixture_that_opens_one_transport_twice_is_refused_in_one_sentence() {
        try (HttpTransport one = new JdkTransport()) {
            TransportTrial.of(() -> one, "T02");

            assertThat(TransportTrial.of(() -> one, "T02").orElseThrow())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(
                            "TransportFixture.open() must return a new transport each time, because each rule closes"
                                    + " its own; it returned one twice");
        }
    }

    private static BiFunction<HttpCall, HttpTransport, CompletionStage<HttpReply>> failing(int status, String words) {
        return (call, sound) -> sound.send(call)
                .thenCompose(reply -> reply.status() == status
                        ? CompletableFuture.failedFuture(
                                new TransportFailure(Kind.EXCHANGE, new ProtocolException(words)))
                        : CompletableFuture.completedFuture(reply));
    }

    private static String message(String rule, BiFunction<HttpCall, HttpTransport, CompletionStage<HttpReply>> faulty) {
        TransportFixture fixture = () -> {
            HttpTransport sound = new JdkTransport();
            return closingWith(sound, call -> faulty.apply(call, sound));
        };
        return TransportTrial.of(fixture, rule).orElseThrow().getMessage();
    }
}
