package io.handlekit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.http.HttpCall;
import io.handlekit.http.HttpReply;
import io.handlekit.http.HttpTransport;
import io.handlekit.http.TransportFailure;
import io.handlekit.http.TransportFailure.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The contract has teeth: a fault planted in a transport turns the rule named red. */
class PlantedTransportFaultsTest {
    private static final List<Object> REMEMBERED = new ArrayList<>();
    private static final Map<String, UnaryOperator<HttpTransport>> FAULTS = Map.ofEntries(
            Map.entry("headers forgotten", sending(call -> changed(call, call.method(), Map.of(), call.body()))),
            Map.entry("method mistaken", sending(call -> changed(call, "PUT", call.headers(), call.body()))),
            Map.entry("body made up", sending(call -> changed(call, call.method(), call.headers(), new byte[] {1}))),
            Map.entry("body cut", sending(call -> changed(call, call.method(), call.headers(), cut(call.body())))),
            Map.entry(
                    "reply cut",
                    replying(reply -> new HttpReply(reply.status(), reply.contentType(), cut(reply.body())))),
            Map.entry("type forgotten", replying(reply -> new HttpReply(reply.status(), "", reply.body()))),
            Map.entry(
                    "sent twice", transport -> call -> transport.send(call).thenCompose(reply -> transport.send(call))),
            Map.entry(
                    "sent again",
                    transport -> call -> transport.send(call).exceptionallyCompose(failure -> transport.send(call))),
            Map.entry("never sent as it says", failing(Kind.CONNECT)),
            Map.entry("perhaps sent as it says", failing(Kind.EXCHANGE)),
            Map.entry("failures wrapped", transport -> call -> wrapped(transport.send(call))),
            Map.entry("thrown", transport -> call -> thrown(transport.send(call))),
            Map.entry("open when closed", replying(UnaryOperator.identity())),
            Map.entry("a thread left behind", PlantedTransportFaultsTest::busy),
            Map.entry("calls remembered", PlantedTransportFaultsTest::remembering));

    @Test
    void rules_for_what_a_transport_does_not_offer_are_skipped_and_all_others_kept() {
        Map<String, Status> results = FaultyTransport.results(UnaryOperator.identity(), "T..");

        assertThat(results).hasSize(31);
        results.forEach((rule, status) -> assertThat(status)
                .as(rule)
                .isEqualTo(rule.matches("T27|T30|T31") ? Status.ABORTED : Status.SUCCESSFUL));
    }

    @ParameterizedTest
    @CsvSource({
        "headers forgotten,T01",
        "method mistaken,T01",
        "body made up,T02",
        "sent twice,T03",
        "type forgotten,T03",
        "reply cut,T04",
        "reply cut,T05",
        "body cut,T06",
        "body cut,T08",
        "perhaps sent as it says,T09",
        "thrown,T10",
        "perhaps sent as it says,T10",
        "sent again,T11",
        "never sent as it says,T11",
        "failures wrapped,T11",
        "sent again,T12",
        "never sent as it says,T12",
        "perhaps sent as it says,T13",
        "sent again,T15",
        "never sent as it says,T15",
        "never sent as it says,T21",
        "never sent as it says,T22",
        "open when closed,T23",
        "a thread left behind,T24",
        "calls remembered,T25",
        "perhaps sent as it says,T26",
        "perhaps sent as it says,T28",
    })
    void a_fault_is_caught(String fault, String rule) {
        assertThat(FaultyTransport.results(FAULTS.get(fault), rule)).containsExactly(Map.entry(rule, Status.FAILED));
    }

    private static UnaryOperator<HttpTransport> sending(UnaryOperator<HttpCall> spoil) {
        return transport -> call -> transport.send(spoil.apply(call));
    }

    private static UnaryOperator<HttpTransport> replying(UnaryOperator<HttpReply> spoil) {
        return transport -> call -> transport.send(call).thenApply(spoil);
    }

    private static UnaryOperator<HttpTransport> failing(Kind kind) {
        return transport -> new HttpTransport() {
            @Override
            public CompletionStage<HttpReply> send(HttpCall call) {
                return transport
                        .send(call)
                        .exceptionallyCompose(
                                failure -> CompletableFuture.failedFuture(new TransportFailure(kind, failure)));
            }

            @Override
            public void close() {
                transport.close();
            }
        };
    }

    private static CompletionStage<HttpReply> wrapped(CompletionStage<HttpReply> stage) {
        return stage.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(new IllegalStateException(failure)));
    }

    private static CompletionStage<HttpReply> thrown(CompletionStage<HttpReply> stage) {
        if (stage.toCompletableFuture().isCompletedExceptionally()) {
            throw new IllegalStateException("thrown");
        }
        return stage;
    }

    private static HttpTransport busy(HttpTransport transport) {
        Thread thread = new Thread(() -> LockSupport.parkNanos(Long.MAX_VALUE), "left behind");
        thread.setDaemon(true);
        thread.start();
        return transport;
    }

    private static HttpTransport remembering(HttpTransport transport) {
        return call -> {
            REMEMBERED.add(call);
            return transport.send(call);
        };
    }

    private static HttpCall changed(HttpCall call, String method, Map<String, String> headers, byte[] body) {
        return new HttpCall(method, call.uri(), headers, body);
    }

    private static byte[] cut(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }
}
