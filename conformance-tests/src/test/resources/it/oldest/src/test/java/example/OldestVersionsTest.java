package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.junit.HandlekitMock;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Tests that each transport creates, modifies and reads a customer with the oldest versions of the libraries. */
@HandlekitMock
class OldestVersionsTest {
    @Test
    void the_jdk_s_client_works_on_jackson_3_0(URI baseUri) {
        use(new JdkTransport(), baseUri);
    }

    @Test
    void vertx_works_in_version_5_1(URI baseUri) {
        use(new VertxTransport(), baseUri);
    }

    @Test
    void the_versions_are_the_oldest() {
        assertTrue(jar(io.vertx.core.Vertx.class).contains("vertx-core-5.1.0"), jar(io.vertx.core.Vertx.class));
        assertTrue(
                jar(tools.jackson.core.JsonParser.class).contains("jackson-core-3.0.0"),
                jar(tools.jackson.core.JsonParser.class));
        assertTrue(jar(Test.class).contains("junit-jupiter-api-5.12.0"), jar(Test.class));
    }

    private static String jar(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    private static void use(HttpTransport transport, URI baseUri) {
        try (transport;
                HttpCustomers port = HttpCustomers.builder(BaseUrl.of(baseUri))
                        .transport(transport)
                        .credentials(Credentials.login("any", "any"))
                        .build()) {
            BlockingCustomers customers = new BlockingCustomers(port);
            CustomerHandle handle = customers.create(NewCustomer.builder()
                    .name(PersonName.of("Ada", "Lovelace"))
                    .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
                    .phone(new PhoneNumber("+44", "20", "79460000"))
                    .email("ada@example.com")
                    .build());
            customers.update(handle, CustomerChanges.builder().email("ada@example.org").build());
            assertEquals("ada@example.org", customers.get(handle).email());
        }
    }
}
