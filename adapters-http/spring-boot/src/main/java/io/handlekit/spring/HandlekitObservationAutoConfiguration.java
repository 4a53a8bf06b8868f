package io.handlekit.spring;

import io.handlekit.http.observer.CallObserver;
import io.handlekit.spring.internal.observation.CallObservations;
import io.handlekit.spring.internal.observation.CallTimers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Timers and spans of calls, if the application has Micrometer. Boot makes a timer and, with tracing, a span of each
 * observation; without an {@code ObservationRegistry} there are timers alone.
 */
@AutoConfiguration(
        before = HandlekitAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
final class HandlekitObservationAutoConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    @ConditionalOnBean(ObservationRegistry.class)
    static class Observations {
        @Bean
        CallObserver openproviderCallObservations(ObservationRegistry registry) {
            return new CallObservations(registry);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    @ConditionalOnMissingBean(type = "io.micrometer.observation.ObservationRegistry")
    static class Timers {
        @Bean
        CallObserver openproviderCallTimers(MeterRegistry registry) {
            return new CallTimers(registry);
        }
    }
}
