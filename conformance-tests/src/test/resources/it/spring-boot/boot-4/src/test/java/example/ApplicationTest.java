package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.junit.HandlekitMock;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;

/** Tests of the application on Spring Boot 4.0, JUnit 6 and Vert.x, with the versions that Boot manages. */
// tag::test[]
@SpringBootTest(properties = "openprovider.health.enabled=true")
@HandlekitMock
class ApplicationTest {
    @Test
    void signing_up_creates_a_customer(@Autowired ApplicationRunner signUp, MockOpenprovider mock) throws Exception {
        signUp.run(null);

        assertThat(new BlockingCustomers(mock.customers()).list(CustomerQuery.all()).customers())
                .hasSize(1)
                .allMatch(customer -> customer.email().equals("ada@example.org"));
    }
    // end::test[]

    @Autowired
    private MockOpenprovider bean;

    @Test
    void the_mock_of_each_test_is_that_of_the_context_and_empty(MockOpenprovider mock) {
        assertThat(mock).isSameAs(bean);
        assertThat(mock.size()).isZero();
        assertThat(mock.exchanges()).isEmpty();
    }

    @Test
    void the_transport_is_vertx(@Autowired HttpTransport transport) {
        assertThat(transport).isInstanceOf(VertxTransport.class);
    }

    @Test
    void calls_are_timed_and_the_health_is_that_of_the_last_one(
            @Autowired ApplicationRunner signUp,
            @Autowired MeterRegistry meters,
            @Autowired HealthEndpoint health,
            MockOpenprovider mock)
            throws Exception {
        signUp.run(null);
        int calls = mock.exchanges().size();

        assertThat(meters.get("openprovider.call")
                        .tags("operation", "create", "outcome", "success", "status", "200")
                        .timer()
                        .count())
                .isPositive();
        assertThat(health.healthForPath("openprovider").getStatus()).isEqualTo(Status.UP);
        assertThat(mock.exchanges()).as("the health makes no call").hasSize(calls);
    }
}
