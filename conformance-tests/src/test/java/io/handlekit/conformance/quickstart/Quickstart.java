package io.handlekit.conformance.quickstart;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.OpenproviderConfig;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.MockOpenprovider;
import java.util.Map;

/**
 * The quickstart: {@code mvn -q -Pquickstart verify}. Creates a customer, modifies it and reads it back. Uses a mock of
 * its own, or the account that the environment names.
 */
final class Quickstart {
    private Quickstart() {}

    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        try {
            run(System.getenv());
        } catch (CustomersFailure | IllegalArgumentException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private static void run(Map<String, String> environment) {
        if (environment.getOrDefault("OPENPROVIDER_BASE_URL", "").isEmpty()) {
            try (MockOpenprovider mock = MockOpenprovider.start()) {
                run(BaseUrl.of(mock.baseUri()), Credentials.login("any", "any"));
            }
        } else {
            atAnAccount(environment);
        }
    }

    private static void atAnAccount(Map<String, String> environment) {
        OpenproviderConfig config = OpenproviderConfig.from(environment);
        if (config.baseUrl().isLive() && !"yes".equals(System.getProperty("openprovider.live"))) {
            throw new IllegalArgumentException(
                    "OPENPROVIDER_BASE_URL is the live service, where the new handle stays. Add -Dopenprovider.live=yes to create one.");
        }
        CustomerHandle handle = run(config.baseUrl(), config.credentials());
        System.out.println("The customer " + handle + " stays at " + config.baseUrl() + ".");
    }

    private static CustomerHandle run(BaseUrl baseUrl, Credentials credentials) {
        try (HttpTransport transport = new VertxTransport()) {
            return run(baseUrl, credentials, new PrintingTransport(transport, System.out::println));
        }
    }

    static CustomerHandle run(BaseUrl baseUrl, Credentials credentials, HttpTransport transport) {
        // spotless:off
        // tag::readme[]
        HttpCustomers port =
                HttpCustomers.builder(baseUrl).transport(transport).credentials(credentials).build();
        BlockingCustomers customers = new BlockingCustomers(port);
        NewCustomer ada = NewCustomer.builder()
                .name(PersonName.of("Ada", "Lovelace"))
                .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
                .phone(new PhoneNumber("+44", "20", "79460000"))
                .email("ada@example.com")
                .build();
        Findings findings = CustomerRules.check(ada); // all errors at once, before anything is sent
        CustomerHandle handle = customers.create(ada);
        customers.update(handle, CustomerChanges.builder().email("ada@example.org").build());
        Customer customer = customers.get(handle);
        port.close(); // in your application once, at its end
        // end::readme[]
        // spotless:on
        assert !findings.hasErrors() && customer.handle().equals(handle);
        return handle;
    }
}
