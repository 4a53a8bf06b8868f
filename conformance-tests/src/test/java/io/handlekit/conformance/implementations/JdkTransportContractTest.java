package io.handlekit.conformance.implementations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.internal.server.Replies;
import io.handlekit.conformance.internal.server.ScriptedServer;
import io.handlekit.conformance.internal.server.TransportCall;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.net.Authenticator;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;

/** The transport contract, run against the JDK transport, and tests of a client that is handed in. */
class JdkTransportContractTest implements TransportContract, Http2Rules {
    @Override
    public TransportFixture fixture() {
        return new JdkFixture();
    }

    @Example
    void a_client_with_redirects_or_an_authenticator_is_refused() {
        HttpClient follower = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpClient answering =
                HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

        assertThatIllegalArgumentException().isThrownBy(() -> new JdkTransport(follower));
        assertThatIllegalArgumentException().isThrownBy(() -> new JdkTransport(answering));
    }

    @Example
    void closing_the_transport_leaves_a_client_open_that_was_handed_in() throws Exception {
        HttpClient shared = HttpClient.newHttpClient();

        SharedClient.verifyStaysOpen(() -> new JdkTransport(shared));
    }

    @Example
    void a_call_that_waits_until_it_is_too_late_is_not_sent() throws Exception {
        QueuedCalls.verifyNotSentTooLate(new JdkTransport(1));
        QueuedCalls.verifyNoEffect(new JdkTransport(HttpClient.newHttpClient(), 1));
    }

    /** A transport that blocks the only thread would wait for ever. */
    @Example
    void a_client_with_one_thread_may_call_from_that_thread() throws Exception {
        ExecutorService only = Executors.newSingleThreadExecutor();
        HttpClient client = HttpClient.newBuilder().executor(only).build();
        try (ScriptedServer server = ScriptedServer.replying(Replies.OK);
                HttpTransport transport = new JdkTransport(client)) {
            HttpCall call = TransportCall.call("POST", server.uri("/v1"), "{}");
            CompletableFuture<HttpReply> second = CompletableFuture.supplyAsync(() -> transport.send(call), only)
                    .thenCompose(stage -> stage)
                    .thenCompose(reply -> transport.send(call));

            assertThat(second.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        } finally {
            only.shutdown();
        }
    }
}
