package example;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Creates, modifies and reads a customer when it starts. */
// tag::application[]
@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @Bean
    ApplicationRunner signUp(BlockingCustomers customers) {
        return arguments -> {
            CustomerHandle handle = customers.create(NewCustomer.builder()
                    .name(PersonName.of("Ada", "Lovelace"))
                    .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
                    .phone(new PhoneNumber("+44", "20", "79460000"))
                    .email("ada@example.com")
                    .build());
            customers.update(handle, CustomerChanges.builder().email("ada@example.org").build());
            System.out.println(handle + " " + customers.get(handle).email());
        };
    }
}
// end::application[]
