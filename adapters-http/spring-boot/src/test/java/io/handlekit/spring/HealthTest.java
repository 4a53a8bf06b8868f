package io.handlekit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.spring.internal.health.LastCall;
import io.handlekit.spring.testing.Starter;
import io.handlekit.spring.testing.StubService;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Tests of the health indicator on Boot 3.5. */
@Timeout(60)
class HealthTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");
    private static final AtomicLong NANOS = new AtomicLong(-Duration.ofDays(1).toNanos());

    private final StubService service = StubService.answering(StubService.NOBODY);
    private final ApplicationContextRunner application =
            Starter.application(service).withPropertyValues("openprovider.health.enabled=true");

    @Test
    void there_is_no_indicator_unless_it_is_enabled() {
        Starter.application(service).run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void an_application_without_actuator_starts() {
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void the_indicator_reports_the_last_call_of_the_application_without_a_call_of_its_own() {
        application.run(context -> {
            service.answer(200, StubService.HANDLE);
            context.getBean(BlockingCustomers.class).get(HANDLE);

            Health health = context.getBean(HealthIndicator.class).health();

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("operation", "get").containsEntry("outcome", "success");
            assertThat(service.calls()).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "500, '{\"code\":346,\"desc\":\"x\"}', UP, rejected",
        "503, '<html>', DOWN, unavailable",
        "500, '{\"code\":196,\"desc\":\"x\"}', DOWN, not_authenticated",
    })
    void the_status_says_whether_the_service_works_for_this_account(
            int status, String body, String health, String outcome) {
        application.run(context -> {
            service.answer(status, body);
            assertThatThrownBy(() -> context.getBean(BlockingCustomers.class).delete(HANDLE))
                    .isInstanceOf(CustomersFailure.class);

            Health seen = context.getBean(HealthIndicator.class).health();

            assertThat(seen.getStatus().getCode()).isEqualTo(health);
            assertThat(seen.getDetails()).containsEntry("outcome", outcome);
        });
    }

    @Test
    void however_often_it_is_asked_one_customer_is_listed_in_an_interval() {
        application
                .withUserConfiguration(ManualTime.class)
                .withPropertyValues("openprovider.health.interval=5m")
                .run(context -> {
                    HealthIndicator indicator = context.getBean(HealthIndicator.class);
                    for (int probe = 0; probe < 100; probe++) {
                        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
                    }
                    assertThat(service.calls()).hasSize(1);
                    assertThat(service.calls().get(0).uri().getQuery()).contains("limit=1");

                    NANOS.addAndGet(Duration.ofMinutes(5).toNanos());
                    service.answer(503, "<html>");
                    assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
                });
    }

    @Test
    void a_service_that_does_not_answer_is_asked_once_and_does_not_hold_the_endpoint() {
        StubService silent = StubService.silent();
        Starter.application(silent)
                .withPropertyValues("openprovider.health.enabled=true")
                .run(context -> {
                    HealthIndicator indicator = context.getBean(HealthIndicator.class);

                    assertThat(indicator.health().getStatus()).isEqualTo(Status.UNKNOWN);
                    assertThat(indicator.health().getStatus()).isEqualTo(Status.UNKNOWN);
                    assertThat(silent.calls()).hasSize(1);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class ManualTime {
        @Bean
        @Primary
        LastCall manualLastCall() {
            return new LastCall(NANOS::get);
        }
    }
}
