package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.Reference;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.junit.HandlekitMock;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@HandlekitMock
class ClientExamplesTest {
    @Test
    void the_first_example_creates_a_customer(MockOpenprovider mock, URI baseUri) {
        CustomerHandle handle = Drafts.signUp(baseUri);

        assertThat(mock.stored(handle)).map(Customer::email).contains("ada@example.org");
    }

    @Test
    void the_transports_open_and_close() {
        Vertx vertx = Vertx.vertx();

        ClientExamples.transports(vertx).forEach(HttpTransport::close);

        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_chain_creates_and_lists_without_waiting(Customers port) {
        CustomerPage page =
                ClientExamples.chain(port, Drafts.ADA).toCompletableFuture().join();

        assertThat(page.total()).isEqualTo(1);
    }

    @Test
    void a_sign_up_form_answers_with_the_handle(MockOpenprovider mock, URI baseUri) {
        try (HttpTransport transport = new JdkTransport()) {
            String answer = ClientExamples.form(
                            BaseUrl.of(baseUri),
                            transport,
                            Credentials.token("any"),
                            new Reference("sign-up-1"),
                            Drafts.ADA)
                    .join();

            assertThat(mock.stored(new CustomerHandle(answer))).isPresent();
        }
    }

    @Test
    void while_a_stage_blocks_an_event_loop_its_next_call_is_not_sent(MockOpenprovider mock, URI baseUri) {
        try (HttpTransport transport = new VertxTransport();
                HttpCustomers port = HttpCustomers.builder(BaseUrl.of(baseUri))
                        .transport(transport)
                        .credentials(Credentials.token("any"))
                        .build()) {
            List<CompletableFuture<Customer>> next = new ArrayList<>();
            CompletionStage<Integer> received = port.create(Drafts.ADA).thenApply(handle -> {
                next.add(port.get(handle).toCompletableFuture());
                LockSupport.parkNanos(300_000_000);
                return mock.exchanges().size();
            });

            assertThat(BlockingCustomers.await(received)).isEqualTo(1);
            assertThat(BlockingCustomers.await(next.get(0)).email()).isEqualTo(Drafts.ADA.email());
        }
    }

    @Test
    void a_check_reports_every_error() {
        List<String> form = new ArrayList<>();

        ClientExamples.check(NewCustomer.builder().email("ada").build(), form::add);

        assertThat(form).hasSizeGreaterThan(3).anyMatch(line -> line.startsWith("email: "));
    }

    @Test
    void a_list_finds_a_renamed_copy_until_it_is_deleted(Customers port) {
        BlockingCustomers customers = new BlockingCustomers(port);
        Customer ada = customers.get(customers.create(Drafts.ADA));
        CustomerHandle king = ClientExamples.rename(customers, ada);
        List<Object> out = new ArrayList<>();

        ClientExamples.list(customers, out::add);
        ClientExamples.delete(customers, king);
        ClientExamples.list(customers, out::add);

        assertThat(out).hasSize(5 + 3).contains(2L, 1L);
    }

    @Test
    void a_customer_without_the_fields_of_ru_is_not_ready_for_it(Customers port) {
        BlockingCustomers customers = new BlockingCustomers(port);

        assertThat(ClientExamples.tld(customers.get(customers.create(Drafts.ADA)))
                        .toString())
                .contains("required for .ru");
    }

    @Test
    void a_configuration_from_the_environment_reaches_the_mock(URI baseUri) {
        Map<String, String> environment =
                Map.of("OPENPROVIDER_BASE_URL", baseUri.toString(), "OPENPROVIDER_TOKEN", "any");
        try (HttpTransport transport = new JdkTransport();
                HttpCustomers port = ClientExamples.config(environment, transport)) {
            assertThat(new BlockingCustomers(port).create(Drafts.ADA).value()).isEqualTo("AL900001-GB");
        }
    }

    /** Creates a customer with a client of these settings, and returns what it logs. */
    private static List<Object> logOf(
            URI baseUri, BiFunction<HttpCustomers.Builder, Consumer<Object>, HttpCustomers.Builder> settings) {
        List<Object> log = new ArrayList<>();
        try (HttpTransport transport = new JdkTransport();
                HttpCustomers port = settings.apply(HttpCustomers.builder(BaseUrl.of(baseUri)), log::add)
                        .transport(transport)
                        .credentials(Credentials.token("any"))
                        .build()) {
            new BlockingCustomers(port).create(Drafts.ADA);
        }
        return log;
    }

    @Test
    void an_observer_sees_the_end_of_each_call(URI baseUri) {
        assertThat(logOf(baseUri, ClientExamples::observe))
                .singleElement()
                .asString()
                .startsWith("CREATE /customers: SUCCESS, HTTP 200, code 0, 1 attempt");
    }

    @Test
    void a_wire_log_has_a_line_for_the_request_and_one_for_the_reply(URI baseUri) {
        List<Object> log = logOf(baseUri, ClientExamples::debug);

        assertThat(log).hasSize(2);
        assertThat(log.get(0)).asString().startsWith("1 > POST /customers [Accept, Authorization, Content-Type");
        assertThat(log.get(1)).asString().startsWith("1 < HTTP 200 code 0 ").contains("data:{handle:text(");
    }
}
