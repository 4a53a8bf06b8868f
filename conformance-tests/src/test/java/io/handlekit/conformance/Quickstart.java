package io.handlekit.conformance;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.MockOpenprovider;
import java.util.Map;

/**
 * The shortest way to a handle: {@code mvn -q -Pquickstart verify}. Creates a customer, changes it and reads it back, at
 * a mock of its own, or at the account that the environment names.
 */
final class Quickstart {
    private Quickstart() {}

    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Map<String, String> environment = System.getenv();
        if (environment.containsKey("OPENPROVIDER_BASE_URL")) {
            atAnAccount(environment);
        } else {
            try (MockOpenprovider mock = MockOpenprovider.start()) {
                run(BaseUrl.of(mock.baseUri()), Credentials.login("any", "any"));
            }
        }
    }

    private static void atAnAccount(Map<String, String> environment) {
        BaseUrl baseUrl = BaseUrl.of(environment.get("OPENPROVIDER_BASE_URL"));
        if (baseUrl.isLive() && !"yes".equals(System.getProperty("openprovider.live"))) {
            System.err.println("This is the live service, where a handle stays: say -Dopenprovider.live=yes as well.");
            System.exit(2);
        }
        String username = environment.getOrDefault("OPENPROVIDER_USERNAME", "");
        String password = environment.getOrDefault("OPENPROVIDER_PASSWORD", "");
        CustomerHandle handle = run(baseUrl, Credentials.login(username, password));
        System.out.println("This run leaves " + handle + " behind at " + baseUrl + ".");
    }

    private static CustomerHandle run(BaseUrl baseUrl, Credentials credentials) {
        try (HttpTransport transport = new VertxTransport()) {
            return run(baseUrl, credentials, new PrintingTransport(transport, System.out::println));
        }
    }

    static CustomerHandle run(BaseUrl baseUrl, Credentials credentials, HttpTransport transport) {
        // spotless:off
        // tag::readme[]
        BlockingCustomers customers = new BlockingCustomers(
                HttpCustomers.builder(baseUrl).transport(transport).credentials(credentials).build());
        NewCustomer ada = NewCustomer.builder()
                .name(PersonName.of("Ada", "Lovelace"))
                .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
                .phone(new PhoneNumber("+44", "20", "79460000"))
                .email("ada@example.com")
                .build();
        Findings findings = CustomerRules.check(ada); // all there is to find, before anything is sent
        CustomerHandle handle = customers.create(ada);
        customers.update(handle, CustomerChanges.builder().email("ada@example.org").build());
        Customer customer = customers.get(handle);
        // end::readme[]
        // spotless:on
        assert !findings.hasErrors() && customer.handle().equals(handle);
        return handle;
    }
}
