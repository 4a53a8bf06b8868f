package io.handlekit.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that wait in the JDK transport until others end. Nothing is sent here. */
@Timeout(60)
class WaitingCallsTest {
    private final FakeHttpClient client = new FakeHttpClient();
    private final AtomicReference<Duration> left = new AtomicReference<>(Duration.ofSeconds(1));

    private HttpCall call(String uri) {
        return new HttpCall("GET", URI.create(uri), Map.of(), new byte[0], left::get);
    }

    private CompletableFuture<HttpReply> send(JdkTransport transport, HttpCall call) {
        return transport.send(call).toCompletableFuture();
    }

    private static Kind kind(CompletableFuture<HttpReply> call) {
        assertThat(call).isCompletedExceptionally();
        return ((TransportFailure) call.handle((reply, failure) -> failure).join()).kind();
    }

    @Test
    void no_more_calls_are_sent_at_a_time_than_the_limit_says() {
        JdkTransport transport = new JdkTransport(client, 2);
        for (int i = 0; i < 5; i++) {
            send(transport, call("http://127.0.0.1/v1"));
        }
        assertThat(client.exchanges).hasSize(2);

        client.exchanges.get(1).cancel(true);

        assertThat(client.exchanges).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new JdkTransport(client, 0));
    }

    /** Each call ends as it starts and makes room for the next; a recursion for each would overflow the stack. */
    @Test
    void a_long_queue_of_invalid_calls_ends() {
        JdkTransport transport = new JdkTransport(client, 1);
        send(transport, call("http://127.0.0.1/v1"));
        List<CompletableFuture<HttpReply>> invalid = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            invalid.add(send(transport, call("ftp://127.0.0.1/v1")));
        }
        CompletableFuture<HttpReply> valid = send(transport, call("http://127.0.0.1/v1"));

        client.exchanges.get(0).cancel(true);

        assertThat(invalid).allSatisfy(call -> assertThat(kind(call)).isEqualTo(Kind.CONNECT));
        assertThat(client.exchanges).hasSize(2);
        assertThat(valid).isNotDone();
    }

    @Test
    void a_long_queue_of_calls_is_given_up_in_any_order() {
        JdkTransport transport = new JdkTransport(client, 1);
        List<CompletableFuture<HttpReply>> calls = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            calls.add(send(transport, call("http://127.0.0.1/v1")));
        }

        for (int i = calls.size() - 1; i > 0; i--) {
            calls.get(i).cancel(true);
        }
        client.exchanges.get(0).cancel(true);

        assertThat(client.exchanges).hasSize(1);
    }

    @Test
    void a_call_that_waits_until_it_is_too_late_is_not_sent() {
        JdkTransport transport = new JdkTransport(client, 1);
        send(transport, call("http://127.0.0.1/v1"));
        CompletableFuture<HttpReply> late = send(transport, call("http://127.0.0.1/v1"));

        left.set(Duration.ZERO);
        client.exchanges.get(0).completeExceptionally(new CancellationException());

        assertThat(kind(late)).isEqualTo(Kind.EXPIRED);
        assertThat(client.exchanges).hasSize(1);
    }

    @Test
    void a_call_that_waits_is_called_off_without_a_trace() {
        JdkTransport transport = new JdkTransport(client, 1);
        send(transport, call("http://127.0.0.1/v1"));
        HttpCall waiting = call("http://127.0.0.1/v1");
        CompletableFuture<HttpReply> late = send(transport, waiting);

        assertThat(waiting.callOff()).isTrue();
        late.cancel(true);
        client.exchanges.get(0).cancel(true);

        assertThat(client.exchanges).hasSize(1);
    }

    @Test
    void a_client_with_a_cookie_handler_is_refused() {
        HttpClient keeper =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdkTransport(keeper))
                .withMessageContaining("a cookie handler");
    }
}
