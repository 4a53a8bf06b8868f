package io.handlekit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.spring.testing.Starter;
import io.handlekit.spring.testing.StubService;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Tests of the beans: what an application gets, and how it replaces each. */
@Timeout(60)
class HandlekitAutoConfigurationTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");

    private final StubService service = StubService.answering(StubService.HANDLE);

    @Test
    void the_beans_are_one_client_made_of_the_properties() {
        Starter.application(service)
                .withPropertyValues("openprovider.product=billing/2.1")
                .run(context -> {
                    context.getBean(BlockingCustomers.class).get(HANDLE);
                    context.getBean(Customers.class).get(HANDLE);
                    context.getBean(CreateOnce.class).get(HANDLE);

                    assertThat(context.getBean(Customers.class)).isInstanceOf(HttpCustomers.class);
                    assertThat(service.calls()).hasSize(3).allSatisfy(call -> {
                        assertThat(call.uri()).asString().startsWith("http://127.0.0.1:8080/v1/customers/XX123456-XX");
                        assertThat(call.headers()).containsEntry("Authorization", "Bearer t0ken");
                        assertThat(call.headers().get("User-Agent")).endsWith(" billing/2.1");
                    });
                });
    }

    @Test
    void customers_of_the_application_replace_the_client_and_need_no_properties() {
        Customers mine = customers();

        Starter.application().withBean(Customers.class, () -> mine).run(context -> {
            assertThat(context).doesNotHaveBean(HttpCustomers.class).hasSingleBean(CreateOnce.class);
            assertThat(context.getBean(Customers.class)).isSameAs(mine);
            assertThat(context.getBeanProvider(Customers.class).getObject()).isSameAs(mine);
        });
    }

    @Test
    void create_once_of_the_application_works_over_the_client() {
        Starter.application(service).withUserConfiguration(OwnCreateOnce.class).run(context -> {
            assertThat(context).hasSingleBean(CreateOnce.class).hasBean("myCreateOnce");
            assertThat(context.getBean(Customers.class)).isInstanceOf(HttpCustomers.class);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnCreateOnce {
        @Bean
        CreateOnce myCreateOnce(Customers customers) {
            return CreateOnce.builder(customers).marker("(ref {reference})").build();
        }
    }

    @Test
    void a_decorator_of_the_application_takes_the_place_of_the_client_it_is_over() {
        Starter.application(service).withUserConfiguration(Decorator.class).run(context -> {
            context.getBean(BlockingCustomers.class).delete(HANDLE);

            assertThat(context.getBean(Customers.class)).isNotInstanceOf(HttpCustomers.class);
            assertThat(context).hasSingleBean(HttpCustomers.class).hasBean("client");
            assertThat(service.calls()).hasSize(1);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Decorator {
        @Bean
        HttpCustomers client(HttpCustomers.Builder builder) {
            return builder.build();
        }

        @Bean
        @Primary
        Customers decorator(HttpCustomers client) {
            return CreateOnce.over(client);
        }
    }

    @Test
    void the_blocking_facade_and_the_transport_are_replaced_by_those_of_the_application() {
        BlockingCustomers facade = new BlockingCustomers(customers());

        Starter.application(service)
                .withBean(BlockingCustomers.class, () -> facade)
                .run(context -> {
                    assertThat(context.getBean(BlockingCustomers.class)).isSameAs(facade);
                    assertThat(context.getBean(HttpTransport.class)).isSameAs(service);
                });
    }

    @Test
    void credentials_of_the_application_replace_those_of_the_properties() {
        Starter.application()
                .withPropertyValues("openprovider.base-url=sandbox")
                .withBean(HttpTransport.class, () -> service)
                .withBean(Credentials.class, () -> Credentials.token("from-the-vault"))
                .run(context -> {
                    context.getBean(BlockingCustomers.class).get(HANDLE);

                    assertThat(service.calls().get(0).headers())
                            .containsEntry("Authorization", "Bearer from-the-vault");
                });
    }

    @Test
    void every_observer_sees_each_call_even_if_another_one_throws() {
        List<CallEvent> seen = new CopyOnWriteArrayList<>();
        CallObserver broken = operation -> {
            throw new IllegalStateException("broken");
        };

        Starter.application(service)
                .withBean("broken", CallObserver.class, () -> broken)
                .withBean("recording", CallObserver.class, () -> operation -> seen::add)
                .run(context -> {
                    context.getBean(BlockingCustomers.class).get(HANDLE);

                    assertThat(seen).hasSize(1);
                });
    }

    @Test
    void a_customizer_changes_the_client_after_the_properties() {
        Starter.application(service)
                .withPropertyValues("openprovider.product=billing/2.1")
                .withBean(HttpCustomersCustomizer.class, () -> builder -> builder.product("shop/1"))
                .run(context -> {
                    context.getBean(BlockingCustomers.class).get(HANDLE);

                    assertThat(service.calls().get(0).headers().get("User-Agent"))
                            .endsWith(" shop/1");
                });
    }

    @Test
    void the_transport_is_vertx_where_it_works() {
        Starter.application()
                .withPropertyValues("openprovider.base-url=sandbox", "openprovider.token=t0ken")
                .run(context -> assertThat(context.getBean(HttpTransport.class)).isInstanceOf(VertxTransport.class));
    }

    @Test
    void closing_the_context_ends_a_call_in_flight_with_a_clear_failure_and_closes_the_transport_afterwards() {
        StubService silent = StubService.silent();
        CompletableFuture<?>[] pending = new CompletableFuture<?>[1];
        Starter.application(silent)
                .run(context -> pending[0] =
                        context.getBean(Customers.class).delete(HANDLE).toCompletableFuture());

        CustomersFailure failure =
                catchThrowableOfType(CustomersFailure.class, () -> BlockingCustomers.await(pending[0]));

        assertThat(failure).isInstanceOf(CustomersFailure.Unavailable.class).hasMessageContaining("closed");
        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(silent.isClosed()).isTrue();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void late_calls_end_on_virtual_threads_if_boot_uses_them() {
        StubService silent = StubService.silent();

        Starter.application(silent)
                .withPropertyValues("spring.threads.virtual.enabled=true", "openprovider.deadline=50ms")
                .run(context -> assertThat(threadThatEndsALateCall(context.getBean(Customers.class)))
                        .startsWith("handlekit-late-")
                        .endsWith("virtual"));
    }

    @Test
    void late_calls_end_on_threads_of_the_client_otherwise() {
        StubService silent = StubService.silent();

        Starter.application(silent)
                .withPropertyValues("openprovider.deadline=50ms")
                .run(context -> assertThat(threadThatEndsALateCall(context.getBean(Customers.class)))
                        .doesNotContain("virtual"));
    }

    private static String threadThatEndsALateCall(Customers customers) throws Exception {
        return customers
                .delete(HANDLE)
                .handle((done, late) -> Thread.currentThread().getName()
                        + (Thread.currentThread().toString().startsWith("VirtualThread") ? " virtual" : ""))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static Customers customers() {
        return (Customers) Proxy.newProxyInstance(
                Customers.class.getClassLoader(), new Class<?>[] {Customers.class}, (proxy, method, arguments) -> null);
    }
}
