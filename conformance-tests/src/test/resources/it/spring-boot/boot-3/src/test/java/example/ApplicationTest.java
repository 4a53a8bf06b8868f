package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests of the application on Spring Boot 3.5, with the versions that Boot manages. It has run once when they start. */
@SpringBootTest(
        properties = {
            "openprovider.username=any",
            "openprovider.password=any",
            "openprovider.health.enabled=true"
        })
class ApplicationTest {
    @DynamicPropertySource
    static void mock(DynamicPropertyRegistry properties) {
        properties.add("openprovider.base-url", MockProcess::start);
    }

    @Test
    void the_application_has_created_and_changed_a_customer(@Autowired BlockingCustomers customers) {
        assertThat(customers.list(CustomerQuery.all()).customers())
                .hasSize(1)
                .allMatch(customer -> customer.email().equals("ada@example.org"));
    }

    @Test
    void the_transport_is_the_jdk_s_because_vertx_does_not_work_on_the_netty_of_boot_3(
            @Autowired HttpTransport transport) {
        assertThat(transport).isInstanceOf(JdkTransport.class);
    }

    @Test
    void calls_are_timed_and_the_health_is_that_of_the_last_one(
            @Autowired MeterRegistry meters, @Autowired HealthEndpoint health) {
        assertThat(meters.get("openprovider.call")
                        .tags("operation", "create", "outcome", "success", "status", "200")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(health.healthForPath("openprovider").getStatus()).isEqualTo(Status.UP);
    }
}
