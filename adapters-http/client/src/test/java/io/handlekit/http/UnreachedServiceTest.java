package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failure says of a service that was not reached: where it is, and, on request, what the network said. */
class UnreachedServiceTest extends ClientTest {
    private Unavailable unreached(HttpCustomers.Builder builder, Throwable cause) {
        service.answer(CompletableFuture.failedFuture(new TransportFailure(Kind.CONNECT, cause)));
        return failure(Unavailable.class, () -> new BlockingCustomers(builder.build()).delete(HANDLE));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/v1, 127.0.0.1:8080",
        "http://mock.example/v1, mock.example:80",
        "https://mock.example/secret/v1, mock.example:443",
        "HTTPS://[::1]/v1, [::1]:443"
    })
    void a_failure_names_the_host_and_the_port_and_nothing_else_of_the_url(String url, String address) {
        Unavailable failure = unreached(builder(BaseUrl.of(url)), new ConnectException("refused"));

        assertThat(failure).hasMessage("could not connect to the service (" + address + ")");
    }

    static Stream<Throwable> exceptions_of_tls_and_of_sockets() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new UnknownHostException("api.example: Name or service not known"),
                new SSLHandshakeException("No subject alternative DNS name matching api.example found."),
                new CertificateException("expired"));
    }

    @ParameterizedTest
    @MethodSource("exceptions_of_tls_and_of_sockets")
    void a_cause_is_wordless_unless_network_messages_are_shown(Throwable original) {
        String name = original.getClass().getName();

        Unavailable wordless = unreached(builder(HERE), original);
        Unavailable shown = unreached(builder(HERE).showNetworkMessages(), original);

        assertThat(wordless).hasRootCauseMessage(name);
        assertThat(shown).hasRootCauseMessage(name + ": " + original.getMessage());
        assertThat(((Unavailable) shown.getCause()).getCause())
                .isInstanceOfSatisfying(
                        TransportFailure.class, lost -> assertThat(lost.kind()).isEqualTo(Kind.CONNECT));
    }

    @Test
    void an_exception_without_a_message_is_its_class_alone() {
        assertThat(unreached(builder(HERE).showNetworkMessages(), new ConnectException()))
                .hasRootCauseMessage("java.net.ConnectException");
    }

    @Test
    void a_message_that_may_quote_the_wire_is_never_shown_and_none_writes_a_line_of_its_own() {
        Throwable quoting = new IOException("Invalid status line: ada@example.org", new ConnectException("a\nb\u001b"));

        Unavailable failure = unreached(builder(HERE).showNetworkMessages(), quoting);

        assertThat(failure.getCause().getCause().getCause()).hasMessage("java.io.IOException");
        assertThat(failure).hasRootCauseMessage("java.net.ConnectException: a?b?");
    }

    @Test
    void a_read_is_repeated_when_network_messages_are_shown_too() {
        service.answer(CompletableFuture.failedFuture(
                        new TransportFailure(Kind.CONNECT, new ConnectException("Connection refused"))))
                .answer(200, CUSTOMER);

        new BlockingCustomers(builder(HERE).showNetworkMessages().build()).get(HANDLE);

        assertThat(service.calls()).hasSize(2);
    }
}
