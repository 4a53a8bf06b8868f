package io.handlekit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.spring.testing.Starter;
import io.handlekit.spring.testing.StubService;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;

/** Tests of timers and observations. */
class ObservationsTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");

    private final StubService service = StubService.answering(StubService.HANDLE);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();

    @Test
    void without_an_observation_registry_calls_are_timed_with_few_tags() {
        Starter.application(service).withBean(MeterRegistry.class, () -> meters).run(context -> {
            BlockingCustomers customers = context.getBean(BlockingCustomers.class);
            customers.get(HANDLE);
            service.answer(500, "{\"code\":346,\"desc\":\"Invalid e-mail!\"}");
            assertThatThrownBy(() -> customers.delete(HANDLE)).isInstanceOf(CustomersFailure.class);

            assertThat(tags())
                    .containsExactlyInAnyOrder(
                            "operation=get, outcome=success, status=200",
                            "operation=delete, outcome=rejected, status=500");
            assertThat(meters.get("openprovider.call").timers())
                    .allSatisfy(timer -> assertThat(timer.count()).isEqualTo(1));
        });
    }

    @Test
    void an_observation_registry_makes_one_timer_of_a_call_with_the_same_tags() {
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        Starter.application(service)
                .withBean(MeterRegistry.class, () -> meters)
                .withBean(ObservationRegistry.class, () -> observations)
                .run(context -> {
                    context.getBean(BlockingCustomers.class).get(HANDLE);

                    assertThat(tags()).containsExactly("error=none, operation=get, outcome=success, status=200");
                    assertThat(meters.get("openprovider.call").timer().count()).isEqualTo(1);
                });
    }

    @Test
    void a_call_is_observed_below_the_observation_of_its_caller_and_has_the_code_beside_the_tags() {
        List<Observation.Context> ended = recorded();

        Starter.application(service)
                .withBean(ObservationRegistry.class, () -> observations)
                .run(context -> {
                    service.answer(500, "{\"code\":346,\"desc\":\"Ada's e-mail\"}");
                    Observation request = Observation.start("request", observations);
                    request.scoped(() -> assertThatThrownBy(() ->
                                    context.getBean(BlockingCustomers.class).delete(HANDLE))
                            .isInstanceOf(CustomersFailure.class));

                    Observation.Context call = ended.get(0);
                    assertThat(call.getParentObservation()).isSameAs(request);
                    assertThat(call.getContextualName()).isEqualTo("openprovider delete");
                    assertThat(call.getLowCardinalityKeyValues())
                            .extracting(KeyValue::getKey)
                            .containsExactly("operation", "outcome", "status");
                    assertThat(call.getHighCardinalityKeyValues())
                            .contains(KeyValue.of("code", "346"), KeyValue.of("attempts", "1"));
                    assertThat(call.getError()).hasMessageContaining("REJECTED").hasMessageNotContaining("Ada");
                });
    }

    @Test
    void an_application_without_micrometer_starts() {
        Starter.application(service)
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context.getBean(BlockingCustomers.class)
                                .get(HANDLE)
                                .handle())
                        .isEqualTo(HANDLE));
    }

    private List<String> tags() {
        return meters.get("openprovider.call").timers().stream()
                .map(timer -> timer.getId().getTags().stream()
                        .map((Tag tag) -> tag.getKey() + "=" + tag.getValue())
                        .sorted()
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""))
                .toList();
    }

    private List<Observation.Context> recorded() {
        List<Observation.Context> ended = new ArrayList<>();
        observations.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                ended.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return ended;
    }
}
