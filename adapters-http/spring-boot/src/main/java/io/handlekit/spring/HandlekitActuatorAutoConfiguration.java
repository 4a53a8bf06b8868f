package io.handlekit.spring;

import io.handlekit.customers.Customers;
import io.handlekit.spring.internal.health.Boot3Health;
import io.handlekit.spring.internal.health.Boot4Health;
import io.handlekit.spring.internal.health.LastCall;
import io.handlekit.spring.internal.health.ServiceHealth;
import io.handlekit.spring.internal.properties.InvalidPropertiesException;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health indicator, which is off by default, and the masking of secrets in the endpoints. */
@AutoConfiguration(after = HandlekitAutoConfiguration.class)
final class HandlekitActuatorAutoConfiguration {
    /** Masks the secrets even if an application shows all values, as it may do in {@code configprops} and {@code env}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SanitizingFunction.class)
    static class Secrets {
        private static final Set<String> KEYS =
                Set.of("openproviderusername", "openproviderpassword", "openprovidertoken");

        @Bean
        SanitizingFunction openproviderSecrets() {
            return SanitizingFunction.of(SanitizableData::withSanitizedValue).ifKeyMatches(Secrets::isSecret);
        }

        /** The key of a variable is written as in {@code OPENPROVIDER_PASSWORD}. */
        private static boolean isSecret(String key) {
            return KEYS.contains(key.toLowerCase(Locale.ROOT).replaceAll("[-_.]", ""));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("openprovider.health.enabled")
    static class Health {
        @Bean
        LastCall openproviderLastCall() {
            return new LastCall(System::nanoTime);
        }

        @Bean
        ServiceHealth openproviderServiceHealth(Customers customers, LastCall last, OpenproviderProperties properties) {
            return InvalidPropertiesException.unlessValid(
                    "openprovider.health.interval",
                    () -> new ServiceHealth(customers, last, properties.health().interval()));
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
        static class Boot3 {
            @Bean
            @ConditionalOnMissingBean(name = "openproviderHealthIndicator")
            Boot3Health openproviderHealthIndicator(ServiceHealth health) {
                return new Boot3Health(health);
            }
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
        static class Boot4 {
            @Bean
            @ConditionalOnMissingBean(name = "openproviderHealthIndicator")
            Boot4Health openproviderHealthIndicator(ServiceHealth health) {
                return new Boot4Health(health);
            }
        }
    }
}
