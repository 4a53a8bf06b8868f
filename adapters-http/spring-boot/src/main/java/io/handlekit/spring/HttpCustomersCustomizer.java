package io.handlekit.spring;

import io.handlekit.http.HttpCustomers;

/**
 * A bean that changes the client before it is built, after the properties have been applied.
 *
 * <pre>{@code
 * @Bean
 * HttpCustomersCustomizer limit() {
 *     return builder -> builder.identicalCalls(new CallLimit(100, Duration.ofMinutes(5)));
 * }
 * }</pre>
 *
 * <p>Several customizers are called in the order of {@code @Order}.
 */
@FunctionalInterface
public interface HttpCustomersCustomizer {
    /** Changes the builder. */
    void customize(HttpCustomers.Builder builder);
}
