package io.handlekit.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.junit.HandlekitMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example of docs/mock.md for a mock with options. */
class MaintenanceTest {
    // tag::register[]
    @RegisterExtension
    static final HandlekitMockExtension MOCK = HandlekitMockExtension.with(
                    MockOptions.defaults().documentationCustomer(true))
            .faults(Fault.maintenance().on("PUT", "/customers/*").atMost(1));
    // end::register[]

    @Test
    void the_first_change_fails_and_the_second_has_its_effect(MockOpenprovider mock) {
        CustomerChanges changes =
                CustomerChanges.builder().email("ada@example.org").build();
        try (JdkTransport transport = new JdkTransport();
                HttpCustomers port = HttpCustomers.builder(BaseUrl.of(mock.baseUri()))
                        .transport(transport)
                        .credentials(Credentials.token("any"))
                        .build()) {
            BlockingCustomers customers = new BlockingCustomers(port);

            assertThatThrownBy(() -> customers.update(MockOpenprovider.DOCUMENTATION_HANDLE, changes))
                    .isInstanceOf(CustomersFailure.class);
            customers.update(MockOpenprovider.DOCUMENTATION_HANDLE, changes);
        }

        assertThat(mock.stored(MockOpenprovider.DOCUMENTATION_HANDLE)
                        .orElseThrow()
                        .email())
                .isEqualTo("ada@example.org");
    }
}
