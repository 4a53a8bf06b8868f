package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.NewCustomer;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.junit.HandlekitMock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@HandlekitMock
class FailureExamplesTest {
    @Test
    void each_failure_takes_its_branch(MockOpenprovider mock, URI baseUri) {
        List<String> out = new ArrayList<>();
        try (HttpTransport transport = new JdkTransport();
                HttpCustomers port = customers(baseUri, transport)) {
            BlockingCustomers customers = new BlockingCustomers(port);

            FailureExamples.create(customers, NewCustomer.builder().build(), out::add);
            assertThat(out).anyMatch(line -> line.startsWith("email: "));

            mock.failNext(Fault.vendorError(4007));
            FailureExamples.create(customers, Drafts.ADA, out::add);
            assertThat(out).endsWith("try again in a while");

            mock.failNext(Fault.reset().afterEffect());
            FailureExamples.create(customers, Drafts.ADA, out::add);
            assertThat(out).endsWith("look for the customer first");

            assertThat(FailureExamples.create(customers, Drafts.ADA, out::add))
                    .contains(new CustomerHandle("AL900002-GB"));
        }
    }

    @Test
    void the_answer_has_status_code_and_text(Customers port) {
        CustomersFailure failure = catchThrowableOfType(
                CustomersFailure.class, () -> new BlockingCustomers(port).get(new CustomerHandle("ZZ000000-ZZ")));

        assertThat(FailureExamples.answer(failure)).contains("code 193");
    }

    private static HttpCustomers customers(URI baseUri, HttpTransport transport) {
        return HttpCustomers.builder(BaseUrl.of(baseUri))
                .transport(transport)
                .credentials(Credentials.token("any"))
                .build();
    }
}
