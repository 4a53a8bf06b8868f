package io.handlekit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The embedded mock. */
class MockOpenproviderTest extends ApiTest {
    @Test
    void it_listens_on_loopback_and_names_its_base_url() {
        assertThat(mock.baseUri().getHost()).isEqualTo("127.0.0.1");
        assertThat(mock.baseUri().getPath()).isEqualTo("/v1");
        assertThat(mock.baseUri(ApiVersion.V1)).isEqualTo(mock.baseUri());
        assertThat(mock.baseUri(ApiVersion.V1BETA)).isEqualTo(mock.baseUri().resolve("/v1beta"));
    }

    @Test
    void exchanges_are_recorded_but_the_bodies_of_logins_are_not() {
        client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"s3cret\"}");
        client.send("POST", "/customers", ADA);
        client.get("/nothing");

        assertThat(mock.exchanges())
                .extracting(Exchange::method, Exchange::path, Exchange::status)
                .containsExactly(
                        tuple("POST", "/v1/auth/login", 200),
                        tuple("POST", "/v1/customers", 200),
                        tuple("GET", "/v1/nothing", 404));
        assertThat(mock.exchanges().get(0).requestBody()).isEmpty();
        assertThat(mock.exchanges().get(0).responseBody()).isEmpty();
        assertThat(mock.exchanges().get(1).requestBody()).isEqualTo(ADA);
        assertThat(mock.exchanges().get(1).responseBody()).contains("AL900001-GB");
        assertThat(mock.exchanges().toString()).doesNotContain("Lovelace");
    }

    @Test
    void a_reset_restores_the_start() {
        client.send("POST", "/customers", ADA);
        mock.reset();

        assertThat(mock.size()).isZero();
        assertThat(mock.exchanges()).isEmpty();
        assertThat(client.send("POST", "/customers", ADA).data().path("handle").stringValue())
                .isEqualTo("AL900001-GB");
        assertThat(client.get(AL).data().path("id").intValue()).isEqualTo(1);
    }

    @Test
    void the_documentation_customer_exists_if_the_options_say_so_and_after_a_reset() {
        try (MockOpenprovider other =
                MockOpenprovider.start(MockOptions.defaults().documentationCustomer(true))) {
            CustomerHandle handle = MockOpenprovider.DOCUMENTATION_HANDLE;
            assertThat(other.stored(handle)).map(customer -> customer.email()).contains("test@mail.tld");
            new RawClient(other).send("PUT", "/customers/XX123456-XX", "{\"email\":\"other@mail.tld\"}");
            assertThat(other.stored(handle)).map(customer -> customer.email()).contains("other@mail.tld");

            other.reset();

            assertThat(other.stored(handle)).map(customer -> customer.email()).contains("test@mail.tld");
        }
    }

    @Test
    void a_closed_mock_no_longer_listens_and_may_be_closed_again() {
        mock.close();
        mock.close();

        assertThatThrownBy(() -> client.get("/customers/XX123456-XX")).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_base_url_works_for_every_host_and_stays_after_close() {
        for (String host : List.of("0.0.0.0", "::", "localhost")) {
            MockOpenprovider other =
                    MockOpenprovider.start(MockOptions.defaults().host(host));
            URI base = other.baseUri();
            assertThat(new RawClient(other).get("/customers").code()).as(host).isZero();
            other.close();
            assertThat(other.baseUri()).isEqualTo(base);
        }
    }

    @Test
    void a_taken_port_and_an_unknown_host_throw_the_jdk_s_exception() {
        MockOptions options = MockOptions.defaults();
        for (MockOptions bad : List.of(options.port(mock.baseUri().getPort()), options.host("no-such-host.invalid"))) {
            assertThatThrownBy(() -> MockOpenprovider.start(bad)).isInstanceOf(UncheckedIOException.class);
        }
        assertThatThrownBy(() -> options.host(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_listener_gets_each_exchange_and_its_failure_changes_no_answer() {
        List<Exchange> heard = new ArrayList<>();
        MockOptions options = MockOptions.defaults().journal(false).onExchange(exchange -> {
            heard.add(exchange);
            throw new IllegalStateException();
        });
        try (MockOpenprovider listened = MockOpenprovider.start(options)) {
            assertThat(new RawClient(listened).get("/tags").code()).isZero();
            assertThat(new RawClient(listened).get("/nowhere").status()).isEqualTo(404);
        }

        assertThat(heard).extracting(Exchange::path).containsExactly("/v1/tags", "/v1/nowhere");
        assertThat(heard).extracting(exchange -> exchange.code().orElseThrow()).containsExactly(0, 900_404);
    }
}
