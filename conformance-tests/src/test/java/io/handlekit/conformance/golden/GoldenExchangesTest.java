package io.handlekit.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests client and mock apart against each golden exchange, so that they cannot share a mistake. */
class GoldenExchangesTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");

    /** The client alone, against the bytes of the goldens. */
    @Nested
    class The_client {
        private final List<HttpCall> calls = new ArrayList<>();
        private final List<HttpCustomers> opened = new ArrayList<>();

        @AfterEach
        void close() {
            opened.forEach(HttpCustomers::close);
        }

        private Customers answering(String golden) {
            HttpCustomers customers = HttpCustomers.builder(BaseUrl.LIVE)
                    .transport(call -> {
                        calls.add(call);
                        return CompletableFuture.completedFuture(
                                new HttpReply(200, "application/json", Goldens.bytes(golden)));
                    })
                    .credentials(Credentials.token("f106428d5016"))
                    .build();
            opened.add(customers);
            return customers;
        }

        @Test
        void sends_the_modify_request_of_the_article() {
            Customers customers = answering("update-reply.json");

            assertThat(customers.update(HANDLE, Goldens.changes())).isCompleted();

            HttpCall call = calls.get(0);
            assertThat(call.method()).isEqualTo("PUT");
            assertThat(call.uri()).isEqualTo(URI.create("https://api.openprovider.eu/v1/customers/XX123456-XX"));
            assertThat(call.headers())
                    .containsEntry("Authorization", "Bearer f106428d5016")
                    .containsEntry("Accept", "application/json")
                    .containsEntry("Content-Type", "application/json");
            assertThat(Goldens.tree(call.body())).isEqualTo(Goldens.tree("update-request.json"));
        }

        @Test
        void sends_every_field_of_a_new_customer() {
            Customers customers = answering("create-reply.json");

            assertThat(customers.create(Goldens.newCustomer())).isCompletedWithValue(new CustomerHandle("AL900001-NL"));

            HttpCall call = calls.get(0);
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.uri()).isEqualTo(URI.create("https://api.openprovider.eu/v1/customers"));
            assertThat(Goldens.tree(call.body())).isEqualTo(Goldens.tree("create-request.json"));
        }

        @Test
        void reads_every_field_of_a_customer() {
            Customers customers = answering("get-reply.json");

            assertThat(customers.get(new CustomerHandle("AL900001-NL"))).isCompletedWithValue(Goldens.customer());

            HttpCall call = calls.get(0);
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.uri())
                    .isEqualTo(URI.create(
                            "https://api.openprovider.eu/v1/customers/AL900001-NL?with_additional_data=true"));
            assertThat(call.headers()).doesNotContainKey("Content-Type");
            assertThat(call.body()).isEmpty();
        }

        @Test
        void reads_every_field_of_a_listed_customer() {
            Customers customers = answering("list-reply.json");

            assertThat(customers.list(Goldens.query())).isCompletedWithValue(Goldens.page());

            HttpCall call = calls.get(0);
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.uri()).isEqualTo(URI.create("https://api.openprovider.eu/v1" + Goldens.LIST_PATH));
            assertThat(call.headers()).doesNotContainKey("Content-Type");
            assertThat(call.body()).isEmpty();
        }

        @Test
        void deletes_without_a_body() {
            Customers customers = answering("delete-reply.json");

            assertThat(customers.delete(new CustomerHandle("AL900001-NL"))).isCompleted();

            HttpCall call = calls.get(0);
            assertThat(call.method()).isEqualTo("DELETE");
            assertThat(call.uri()).isEqualTo(URI.create("https://api.openprovider.eu/v1/customers/AL900001-NL"));
            assertThat(call.headers()).doesNotContainKey("Content-Type");
            assertThat(call.body()).isEmpty();
        }
    }

    /** The mock alone, called by the JDK's HTTP client with the bytes of the goldens. */
    @Nested
    class The_mock {
        private final HttpClient http = HttpClient.newHttpClient();

        @Test
        void answers_the_modify_request_of_the_article() throws Exception {
            try (MockOpenprovider mock = startWithDocumentationCustomer()) {
                HttpResponse<byte[]> response = send(mock, "PUT", "/customers/XX123456-XX", "update-request.json");

                assertAnswer(response, "update-reply.json");
            }
        }

        @Test
        void stores_and_returns_every_field() throws Exception {
            try (MockOpenprovider mock = startAtTheGoldenHour()) {
                assertAnswer(send(mock, "POST", "/customers", "create-request.json"), "create-reply.json");

                String path = "/customers/AL900001-NL?with_additional_data=true";
                assertAnswer(send(mock, "GET", path, null), "get-reply.json");
            }
        }

        @Test
        void lists_every_field_that_a_list_has() throws Exception {
            try (MockOpenprovider mock = startAtTheGoldenHour()) {
                assertAnswer(send(mock, "POST", "/customers", "create-request.json"), "create-reply.json");

                assertAnswer(send(mock, "GET", Goldens.LIST_PATH, null), "list-reply.json");
            }
        }

        @Test
        void deletes_a_customer() throws Exception {
            try (MockOpenprovider mock = MockOpenprovider.start()) {
                assertAnswer(send(mock, "POST", "/customers", "create-request.json"), "create-reply.json");

                assertAnswer(send(mock, "DELETE", "/customers/AL900001-NL", null), "delete-reply.json");

                assertThat(mock.size()).isZero();
            }
        }

        /** The golden list shows this as the time of the last change of the comments. */
        private MockOpenprovider startAtTheGoldenHour() {
            Instant hour = Instant.parse("2026-11-21T10:00:00Z");
            return MockOpenprovider.start(MockOptions.defaults().clock(InstantSource.fixed(hour)));
        }

        private MockOpenprovider startWithDocumentationCustomer() {
            return MockOpenprovider.start(MockOptions.defaults().documentationCustomer(true));
        }

        private void assertAnswer(HttpResponse<byte[]> response, String golden) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(Goldens.tree(response.body())).isEqualTo(Goldens.tree(golden));
        }

        private HttpResponse<byte[]> send(MockOpenprovider mock, String method, String path, String golden)
                throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(mock.baseUri() + path))
                    .header("Authorization", "Bearer any")
                    .method(
                            method,
                            golden == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(Goldens.bytes(golden)))
                    .build();
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }
}
