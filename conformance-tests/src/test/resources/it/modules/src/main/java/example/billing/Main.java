package example.billing;

import io.handlekit.conformance.programs.Command;
import io.handlekit.conformance.programs.Program;
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
import io.handlekit.mock.MockOpenprovider;

/** Creates, modifies and reads a customer over each transport, then tries to reach every internal type of Handlekit. */
public final class Main {
    private Main() {}

    /** Prints what it did, a line for each step. */
    public static void main(String[] args) throws Exception {
        try (MockOpenprovider mock = MockOpenprovider.start();
                HttpTransport jdk = new JdkTransport();
                HttpTransport vertx = new VertxTransport()) {
            use("jdk", mock, jdk);
            use("vertx", mock, vertx);
        }
        for (Module module : Main.class.getModule().getLayer().modules()) {
            if (module.getName().startsWith("io.handlekit.")) {
                System.out.println(InternalTypes.of(module).report());
            }
        }
    }

    private static void use(String name, MockOpenprovider mock, HttpTransport transport) {
        try (HttpCustomers port = HttpCustomers.builder(BaseUrl.of(mock.baseUri()))
                .transport(transport)
                .credentials(Credentials.login("any", "any"))
                .build()) {
            use(name, port);
        }
    }

    private static void use(String name, HttpCustomers port) {
        BlockingCustomers customers = new BlockingCustomers(port);
        CustomerHandle handle = customers.create(ada());
        customers.update(
                handle, CustomerChanges.builder().email("ada@example.org").build());
        System.out.println(name + " read " + customers.get(handle).email());
        Program.of(new Command.Create(ada()), new Command.Delete(0), new Command.Get(0))
                .run(() -> port);
        System.out.println(name + " agrees with the model");
    }

    private static NewCustomer ada() {
        return NewCustomer.builder()
                .name(PersonName.of("Ada", "Lovelace"))
                .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
                .phone(new PhoneNumber("+44", "20", "79460000"))
                .email("ada@example.com")
                .build();
    }
}
