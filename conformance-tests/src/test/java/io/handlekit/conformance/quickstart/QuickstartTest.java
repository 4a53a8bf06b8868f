package io.handlekit.conformance.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.mock.MockOpenprovider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the example that the README shows. */
class QuickstartTest {
    @Test
    void the_quickstart_creates_and_modifies_a_customer_and_prints_no_secrets() {
        List<String> printed = new ArrayList<>();
        try (MockOpenprovider mock = MockOpenprovider.start();
                HttpTransport transport = new JdkTransport()) {
            CustomerHandle handle = Quickstart.run(
                    BaseUrl.of(mock.baseUri()),
                    Credentials.login("any", "s3cret"),
                    new PrintingTransport(transport, printed::add));

            assertThat(handle).isEqualTo(new CustomerHandle("AL900001-GB"));
            assertThat(mock.stored(handle)).map(customer -> customer.email()).contains("ada@example.org");
        }
        assertThat(String.join("\n", printed))
                .contains("POST http://127.0.0.1:", "PUT http://127.0.0.1:", "GET http://127.0.0.1:", "Lovelace")
                .doesNotContain("s3cret", "token");
    }
}
