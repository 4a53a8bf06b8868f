package io.handlekit.spring;

import io.handlekit.customers.Customers;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.http.Credentials;
import io.handlekit.http.OpenproviderConfig;
import io.handlekit.spring.internal.properties.InvalidPropertiesException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code openprovider.*}. {@link io.handlekit.http.OpenproviderConfig} checks the values.
 *
 * @param baseUrl The service: live, sandbox, or a URL such as http://127.0.0.1:8080/v1. Required.
 * @param token A token. Either it or a user name and password are required.
 * @param username The user name for a login.
 * @param password The password for a login.
 * @param ip The IP address that the token of a login is valid from.
 * @param deadline The maximum duration of a call, a login included.
 * @param readRetries The maximum number of retries of a read, 0 to 10.
 * @param allowPlainHttp Whether to send a password over plain HTTP to a host other than this machine.
 * @param product Your product, appended to the header User-Agent.
 * @param transport The transport: vertx, jdk, or auto for Vert.x if it works on this class path, else the JDK's client.
 * @param createOnce The settings of CreateOnce.
 * @param health The settings of the health indicator.
 */
@ConfigurationProperties(OpenproviderProperties.PREFIX)
record OpenproviderProperties(
        @Nullable String baseUrl,
        @Nullable String token,
        @Nullable String username,
        @Nullable String password,
        @Nullable String ip,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("2") int readRetries,
        @DefaultValue("false") boolean allowPlainHttp,
        @Nullable String product,
        @DefaultValue("auto") TransportChoice transport,
        @DefaultValue CreateOnceProperties createOnce,
        @DefaultValue HealthProperties health) {
    static final String PREFIX = "openprovider";

    /**
     * Returns the settings of the client.
     *
     * @param credentials credentials that replace those of the properties
     * @throws InvalidPropertiesException if a property is missing or invalid
     */
    OpenproviderConfig config(@Nullable Credentials credentials) {
        try {
            return credentials == null
                    ? OpenproviderConfig.fromProperties(client())
                    : OpenproviderConfig.fromProperties(client(), credentials);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidPropertiesException(String.valueOf(invalid.getMessage()));
        }
    }

    private Map<String, String> client() {
        Map<String, String> texts = new TreeMap<>();
        put(texts, "base-url", baseUrl);
        put(texts, "token", token);
        put(texts, "username", username);
        put(texts, "password", password);
        put(texts, "ip", ip);
        put(texts, "deadline", deadline);
        put(texts, "read-retries", readRetries);
        put(texts, "allow-plain-http", allowPlainHttp);
        put(texts, "product", product);
        return texts;
    }

    private static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(PREFIX + "." + name, value.toString());
        }
    }

    @Override
    public String toString() {
        return "OpenproviderProperties" + client().keySet();
    }

    /**
     * The properties {@code openprovider.create-once.*}.
     *
     * @param marker The format of the marker in the comments of a customer.
     * @param settleTime How long to search for a customer after a create with an unknown outcome.
     */
    record CreateOnceProperties(
            @DefaultValue("[handlekit-ref: {reference}]") String marker,
            @DefaultValue("30s") Duration settleTime) {
        /**
         * Returns the decorator over a port.
         *
         * @throws InvalidPropertiesException if a property is invalid
         */
        CreateOnce over(Customers customers) {
            CreateOnce.Builder builder = CreateOnce.builder(customers);
            InvalidPropertiesException.unlessValid(PREFIX + ".create-once.marker", () -> builder.marker(marker));
            InvalidPropertiesException.unlessValid(
                    PREFIX + ".create-once.settle-time", () -> builder.settleTime(settleTime));
            return builder.build();
        }

        @Override
        public String toString() {
            return "CreateOnceProperties[" + marker + ", " + settleTime + "]";
        }
    }

    /**
     * The properties {@code openprovider.health.*}.
     *
     * @param enabled Whether there is a health indicator.
     * @param interval The age at which the last outcome is too old; the indicator makes at most one call in this time.
     */
    record HealthProperties(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("1m") Duration interval) {}
}
