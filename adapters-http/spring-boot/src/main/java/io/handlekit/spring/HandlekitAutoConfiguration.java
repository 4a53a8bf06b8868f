package io.handlekit.spring;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customers;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.spring.internal.observation.CallObservers;
import io.handlekit.spring.internal.properties.UnknownProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.system.JavaVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * The beans of the client, made from the properties {@code openprovider.*}.
 *
 * <pre>{@code
 * @Service
 * class SignUp {
 *     private final BlockingCustomers customers;
 *
 *     SignUp(BlockingCustomers customers) {
 *         this.customers = customers;
 *     }
 * }
 * }</pre>
 *
 * <p>Each of {@link Customers}, {@link BlockingCustomers}, {@link CreateOnce}, {@link HttpTransport} and {@link
 * HttpCustomers.Builder} is replaced by a bean of yours of that type. A bean of type {@link Credentials} replaces the
 * properties for credentials. Beans of type {@link CallObserver} see all calls, and those of type {@link
 * HttpCustomersCustomizer} change the client before it is built.
 *
 * <p>When the context closes, calls in flight fail as {@code Unavailable}, and say whether they may have taken effect.
 */
@AutoConfiguration
@EnableConfigurationProperties(OpenproviderProperties.class)
public final class HandlekitAutoConfiguration {
    HandlekitAutoConfiguration(Environment environment) {
        new UnknownProperties(OpenproviderProperties.PREFIX, OpenproviderProperties.class).check(environment);
    }

    /** A lazy bean: customers of your own may not need it. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    HttpTransport openproviderTransport(OpenproviderProperties properties) {
        return properties.transport().create(() -> new VertxTransport());
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @ConditionalOnMissingBean
    HttpCustomers.Builder openproviderCustomersBuilder(
            OpenproviderProperties properties,
            HttpTransport transport,
            Environment environment,
            ObjectProvider<Credentials> credentials,
            ObjectProvider<CallObserver> observers,
            ObjectProvider<HttpCustomersCustomizer> customizers) {
        HttpCustomers.Builder builder = properties
                .config(credentials.getIfAvailable())
                .builder()
                .transport(transport)
                .observer(new CallObservers(observers.orderedStream().toList()));
        if (isVirtual(environment)) {
            builder.executor(new VirtualThreadTaskExecutor("handlekit-late-"));
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    /** Returns true if Boot uses virtual threads: the property is set, and the JDK has them. */
    private static boolean isVirtual(Environment environment) {
        return environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false)
                && JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE);
    }

    /** {@link CreateOnce} is a port too, and a bean of that type does not replace this one. */
    @Bean
    @Primary
    @ConditionalOnMissingBean(value = Customers.class, ignored = CreateOnce.class)
    HttpCustomers openproviderCustomers(HttpCustomers.Builder builder) {
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    BlockingCustomers openproviderBlockingCustomers(Customers customers) {
        return new BlockingCustomers(customers);
    }

    /** Injected as {@link CreateOnce} alone: as {@link Customers}, the other port comes first. */
    @Bean
    @Fallback
    @ConditionalOnMissingBean
    CreateOnce openproviderCreateOnce(Customers customers, OpenproviderProperties properties) {
        return properties.createOnce().over(customers);
    }
}
