package io.handlekit.conformance.implementations;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** The rules of a call that waits in a transport, which sends one call at a time, until it is too late to send it. */
final class QueuedCalls {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");

    private QueuedCalls() {}

    /** Verifies that a call is not sent once it is too late, and fails as {@code EXPIRED}. */
    static void verifyNotSentTooLate(HttpTransport oneAtATime) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Duration> left = new AtomicReference<>(Duration.ofMinutes(1));
        try (ScriptedServer server = server(arrived, over);
                HttpTransport transport = oneAtATime) {
            TransportCall first = TransportCall.post(transport, server.uri("/first"));
            TransportCall.awaitArrival(List.of(first), arrived);
            TransportCall late = TransportCall.send(
                    transport, new HttpCall("GET", server.uri("/late"), Map.of(), new byte[0], left::get));
            TransportCall last = TransportCall.get(transport, server.uri("/last"));

            left.set(Duration.ZERO);
            over.countDown();

            late.verifyFailure(Kind.EXPIRED, "waited until it was too late");
            assertThat(first.text()).isEqualTo("abc");
            assertThat(last.text()).isEqualTo("abc");
            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("/late"));
        } finally {
            over.countDown();
        }
    }

    /** Verifies that the client says of a late call in the queue that it had no effect, and never sends it. */
    static void verifyNoEffect(HttpTransport oneAtATime) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = server(arrived, over);
                HttpTransport transport = oneAtATime;
                HttpCustomers customers = HttpCustomers.builder(BaseUrl.of(server.uri("/v1")))
                        .transport(transport)
                        .credentials(Credentials.token("any"))
                        .deadline(Duration.ofMillis(300))
                        .build()) {
            TransportCall first = TransportCall.post(transport, server.uri("/first"));
            TransportCall.awaitArrival(List.of(first), arrived);

            assertThat(customers.delete(HANDLE).toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(60))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            late -> assertThat(late.mayHaveTakenEffect()).isFalse());

            over.countDown();
            assertThat(first.text()).isEqualTo("abc");
            assertThat(TransportCall.get(transport, server.uri("/last")).text()).isEqualTo("abc");
            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("DELETE"));
        } finally {
            over.countDown();
        }
    }

    private static ScriptedServer server(CountDownLatch arrived, CountDownLatch over) throws IOException {
        return new ScriptedServer(request -> {
            arrived.countDown();
            request.await(over);
            request.send(Replies.OK);
            request.keepOpen();
        });
    }
}
