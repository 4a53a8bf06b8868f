package io.handlekit.mock.internal.faults;

import static io.handlekit.mock.internal.faults.FaultsOnTheWireTest.CREATE;
import static io.handlekit.mock.internal.faults.FaultsOnTheWireTest.REPLY;
import static io.handlekit.mock.testing.Await.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Calls that faults keep waiting: they do not block other calls, and end with the mock at the latest. */
class PendingCallsApiTest extends ApiTest {
    @Test
    void silence_sends_nothing_and_a_reset_of_the_mock_closes_the_connection() throws IOException {
        mock.failNext(Fault.silence());
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(CREATE);
            await(() -> !mock.exchanges().isEmpty());
            assertThat(socket.isSilent()).isTrue();
            assertThat(mock.size()).isZero();
            assertThat(mock.exchanges().get(0).fault()).contains("silence");

            mock.reset();

            assertThat(socket.rest()).isEmpty();
        }
    }

    @Test
    void closing_the_mock_ends_all_waits() throws IOException {
        mock.faults(List.of(Fault.silence().atMost(1), Fault.delay(Duration.ofMinutes(10))));
        try (RawSocket silent = new RawSocket(mock.baseUri());
                RawSocket delayed = new RawSocket(mock.baseUri())) {
            silent.send(CREATE);
            delayed.send(CREATE);
            assertThat(silent.isSilent()).isTrue();
            assertThat(delayed.isSilent()).isTrue();

            mock.close();

            assertThat(silent.rest()).isEmpty();
            assertThat(delayed.rest()).isEmpty();
        }
        assertThat(mock.size()).isZero();
    }

    @Test
    void closing_the_mock_during_faults_logs_nothing() throws IOException {
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setErr(new PrintStream(output, true, UTF_8));
        try {
            for (int i = 0; i < 20; i++) {
                closeDuring(Fault.silence());
                closeDuring(Fault.drip(Duration.ofMillis(1)));
            }
        } finally {
            System.setErr(err);
        }
        assertThat(output.toString(UTF_8)).isEmpty();
    }

    /** Closes the mock while its clients close their connections. */
    private static void closeDuring(Fault fault) throws IOException {
        MockOpenprovider mock = MockOpenprovider.start();
        mock.faults(List.of(fault));
        List<RawSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            RawSocket socket = new RawSocket(mock.baseUri());
            sockets.add(socket);
            socket.send(CREATE);
        }
        await(() -> !mock.exchanges().isEmpty());
        CompletableFuture<Void> closed = CompletableFuture.runAsync(mock::close);
        for (RawSocket socket : sockets) {
            socket.close();
        }
        closed.join();
    }

    @Test
    void a_delayed_call_has_no_effect_before_its_delay_and_none_after_a_reset() throws IOException {
        Fault delay = Fault.delay(Duration.ofMinutes(5));
        mock.faults(List.of(delay.nth(1), delay.afterEffect().nth(2)));
        try (RawSocket before = new RawSocket(mock.baseUri());
                RawSocket after = new RawSocket(mock.baseUri())) {
            before.send(CREATE);
            assertThat(before.isSilent()).isTrue();
            assertThat(mock.size()).isZero();
            after.send(CREATE);
            await(() -> mock.size() == 1);
            assertThat(after.isSilent()).isTrue();
            assertThat(mock.size()).isEqualTo(1);

            mock.reset();

            assertThat(before.rest() + after.rest()).isEmpty();
            assertThat(mock.size()).isZero();
            assertThat(mock.exchanges()).isEmpty();
        }
    }

    @Test
    void a_call_that_triggers_a_fault_during_a_reset_is_ended_too() throws Exception {
        byte[] call = "POST /v1/customers HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n".getBytes(UTF_8);
        for (int round = 0; round < 10; round++) {
            mock.faults(List.of(Fault.silence()));
            List<RawSocket> sockets = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                sockets.add(new RawSocket(mock.baseUri()));
            }
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> sendAll(sockets, call));
            LockSupport.parkNanos(round * 200_000L);
            mock.reset();
            sent.join();
            for (RawSocket socket : sockets) {
                assertThat(socket.rest())
                        .as("an answer or the end of the connection")
                        .isNotNull();
                socket.close();
            }
        }
    }

    private static void sendAll(List<RawSocket> sockets, byte[] call) {
        try {
            for (RawSocket socket : sockets) {
                socket.send(call);
            }
        } catch (IOException unsent) {
            throw new UncheckedIOException(unsent);
        }
    }

    @Test
    void many_delayed_calls_do_not_block_others() throws IOException {
        List<RawSocket> delayed = new ArrayList<>();
        mock.faults(List.of(Fault.delay(Duration.ofMinutes(5)).on("POST", "/customers")));
        try {
            for (int i = 0; i < 300; i++) {
                RawSocket socket = new RawSocket(mock.baseUri());
                delayed.add(socket);
                socket.send(CREATE);
            }
            assertThat(client.get("/customers").code()).isZero();
            assertThat(delayed.get(299).isSilent()).isTrue();
        } finally {
            mock.reset();
            for (RawSocket socket : delayed) {
                socket.close();
            }
        }
    }

    @Test
    void a_delayed_connection_serves_the_next_request() throws IOException {
        mock.failNext(Fault.delay(Duration.ofMillis(20), Duration.ofMillis(40)));
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            assertThat(socket.exchange(CREATE).body()).isEqualTo(REPLY);
            assertThat(socket.exchange(RawSocket.request("GET", AL, "")).body()).contains("Lovelace");
        }
        assertThat(mock.exchanges()).extracting(Exchange::status).containsExactly(200, 200);
    }
}
