package io.handlekit.conformance.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Tests client and mock apart against the exchanges that were recorded at the real v1. */
class RecordedV1Test {
    private static final BaseUrl V1 = BaseUrl.of("https://api.sandbox.openprovider.nl/v1");
    private static final CustomerHandle HANDLE = new CustomerHandle("HANDLE-1");

    static Stream<RecordedExchange> reads() {
        return RecordedExchange.all().stream()
                .filter(exchange ->
                        exchange.isServedByTheMock() && exchange.method().equals("GET"));
    }

    static Stream<RecordedExchange> errors() {
        return RecordedExchange.all().stream().filter(exchange -> exchange.status() != 200);
    }

    private static RecordedExchange first(String method, String path) {
        return RecordedExchange.all().stream()
                .filter(exchange ->
                        exchange.method().equals(method) && exchange.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** The mock alone, called by the JDK's HTTP client with the recorded requests. */
    @Nested
    class The_mock {
        private final HttpClient http = HttpClient.newHttpClient();
        private final Map<String, String> handles = new HashMap<>();
        private String token = "";

        @Test
        void serves_v1_by_default() {
            try (MockOpenprovider mock = MockOpenprovider.start()) {
                assertThat(mock.baseUri().getPath()).isEqualTo("/v1");
            }
        }

        @Test
        void answers_every_recorded_request_as_recorded() throws Exception {
            List<String> expected = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            try (MockOpenprovider mock = MockOpenprovider.start(options())) {
                for (RecordedExchange exchange : RecordedExchange.all()) {
                    if (exchange.isServedByTheMock()) {
                        HttpResponse<byte[]> response = send(mock, exchange);
                        add(seen, exchange, response.statusCode(), remember(exchange, Goldens.tree(response.body())));
                        add(expected, exchange, exchange.status(), exchange.reply());
                    }
                }
            }
            assertThat(seen).containsExactlyElementsOf(expected);
        }

        private static void add(List<String> lines, RecordedExchange exchange, int status, JsonNode reply) {
            String step = exchange.method() + " " + exchange.path() + ": ";
            lines.add(step + "HTTP " + status);
            JsonLines.of(reply).forEach(line -> lines.add(step + line));
        }

        /** The recorded account verifies each new e-mail address on its own. */
        private MockOptions options() {
            return MockOptions.defaults().behaviour(Behaviour.defaults().with("verification-status", "from-start"));
        }

        private HttpResponse<byte[]> send(MockOpenprovider mock, RecordedExchange exchange) throws Exception {
            String path = exchange.path();
            for (Map.Entry<String, String> handle : handles.entrySet()) {
                path = path.replace(handle.getKey(), handle.getValue());
            }
            BodyPublisher body = exchange.body().isMissingNode()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(Goldens.bytes(exchange.body()));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mock.baseUri() + path))
                    .header("Content-Type", "application/json")
                    .method(exchange.method(), body);
            if (!exchange.isLogin()) {
                request.header("Authorization", "Bearer " + token);
            }
            return http.send(request.build(), BodyHandlers.ofByteArray());
        }

        /** Keeps the token and the handle of a reply for the requests that follow. */
        private JsonNode remember(RecordedExchange exchange, JsonNode reply) {
            JsonNode data = reply.path("data");
            if (exchange.isLogin()) {
                token = data.path("token").asString("");
            }
            if (exchange.method().equals("POST") && data.has("handle")) {
                handles.put(
                        exchange.reply().at("/data/handle").stringValue(),
                        data.path("handle").stringValue());
            }
            return reply;
        }
    }

    /** The client alone, against the recorded replies. */
    @Nested
    class The_client {
        private final List<HttpCall> calls = new ArrayList<>();

        private BlockingCustomers answering(HttpReply reply) {
            return new BlockingCustomers(HttpCustomers.builder(V1)
                    .transport(call -> {
                        calls.add(call);
                        return completedFuture(reply);
                    })
                    .credentials(Credentials.token("any"))
                    .build());
        }

        /** A create is recorded with fields in another order than ours: the JSON is compared without order. */
        @Test
        void sends_the_recorded_create_and_reads_its_handle() {
            RecordedExchange create = first("POST", "/customers");
            Customer customer =
                    answering(first("GET", "/customers/HANDLE-1").httpReply()).get(HANDLE);

            CustomerHandle handle = answering(create.httpReply())
                    .create(NewCustomer.builder()
                            .name(customer.name())
                            .address(customer.address())
                            .phone(customer.phone())
                            .email(customer.email())
                            .build());

            assertThat(handle).isEqualTo(HANDLE);
            assertThat(sent()).isSubsetOf(JsonLines.of(create.body()));
        }

        /** The client leaves empty members out, such as the empty number of the recorded address. */
        private List<String> sent() {
            return JsonLines.of(Goldens.tree(calls.get(calls.size() - 1).body()));
        }

        @Test
        void reads_the_recorded_answer_to_an_update() {
            BlockingCustomers customers =
                    answering(first("PUT", "/customers/HANDLE-1").httpReply());

            customers.update(
                    HANDLE,
                    CustomerChanges.builder().email("person@example.test").build());

            assertThat(calls).singleElement().extracting(HttpCall::uri).isEqualTo(V1.resolve("/customers/HANDLE-1"));
        }

        @ParameterizedTest
        @MethodSource("io.handlekit.conformance.golden.RecordedV1Test#reads")
        void reads_every_member_of_a_recorded_customer(RecordedExchange read) {
            Customer customer = answering(read.httpReply()).get(HANDLE);

            assertThat(JsonLines.of(Goldens.tree(json(customer))))
                    .containsExactlyElementsOf(JsonLines.of(read.reply()));
        }

        /** Writes a customer as recorded. The date of a deletion is not kept: it is zero unless is_deleted is true. */
        private byte[] json(Customer customer) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("id", customer.id().orElseThrow());
            data.put("company_name", customer.companyName());
            Map<String, Object> name = new LinkedHashMap<>();
            name.put("first_name", customer.name().firstName());
            name.put("last_name", customer.name().lastName());
            name.put("full_name", customer.fullName());
            data.put("name", name);
            Map<String, Object> phone = new LinkedHashMap<>();
            phone.put("country_code", customer.phone().countryCode());
            phone.put("area_code", customer.phone().areaCode());
            phone.put("subscriber_number", customer.phone().subscriberNumber());
            data.put("phone", phone);
            Map<String, Object> address = new LinkedHashMap<>();
            address.put("street", customer.address().street());
            address.put("number", customer.address().number());
            address.put("zipcode", customer.address().zipcode());
            address.put("city", customer.address().city());
            address.put("country", customer.address().country());
            address.put("state", customer.address().state());
            data.put("address", address);
            data.put("email", customer.email());
            data.put("handle", customer.handle().value());
            data.put("reseller_id", customer.resellerId().orElseThrow());
            data.put("email_verification_status", customer.emailVerificationStatus());
            data.put("locale", customer.locale());
            data.put("deleted_at", "0000-00-00 00:00:00");
            data.put("is_deleted", customer.isDeleted());
            Map<String, Object> envelope = new LinkedHashMap<>();
            envelope.put("code", 0);
            envelope.put("desc", "");
            envelope.put("data", data);
            return Goldens.bytes(envelope);
        }

        @Test
        void logs_in_by_the_recorded_reply() {
            RecordedExchange read = reads().findFirst().orElseThrow();
            JsonNode login = first("POST", "/auth/login").reply();
            String token = "0123456789abcdef0123456789abcdef";
            byte[] reply = new String(Goldens.bytes(login), UTF_8)
                    .replace("<redacted-token>", token)
                    .getBytes(UTF_8);
            BlockingCustomers customers = new BlockingCustomers(HttpCustomers.builder(V1)
                    .transport(call -> {
                        calls.add(call);
                        boolean isLogin = call.uri().getPath().endsWith("/auth/login");
                        return completedFuture(
                                isLogin ? new HttpReply(200, "application/json", reply) : read.httpReply());
                    })
                    .credentials(Credentials.login("any", "any"))
                    .build());

            customers.get(HANDLE);

            assertThat(calls).hasSize(2);
            assertThat(calls.get(1).headers()).containsEntry("Authorization", "Bearer " + token);
        }

        @ParameterizedTest
        @MethodSource("io.handlekit.conformance.golden.RecordedV1Test#errors")
        void reads_code_text_and_data_of_a_recorded_error_at_any_status(RecordedExchange error) {
            BlockingCustomers customers = answering(error.httpReply());

            CustomersFailure failure = catchThrowableOfType(CustomersFailure.class, () -> customers.get(HANDLE));

            assertThat(failure).isInstanceOf(CustomersFailure.Rejected.class);
            assertThat(failure.answer())
                    .contains(VendorAnswer.of(
                            error.status(),
                            error.reply().path("code").intValue(),
                            error.reply().path("desc").stringValue(),
                            error.reply().path("data").asString("")));
        }
    }
}
