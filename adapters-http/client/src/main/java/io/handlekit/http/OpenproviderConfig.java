package io.handlekit.http;

import io.handlekit.http.internal.call.UserAgent;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the service is and who is calling, read from named texts, such as the environment of a process:
 *
 * <pre>{@code
 * OpenproviderConfig config = OpenproviderConfig.from(System.getenv());
 * Customers customers = config.builder().transport(transport).build();
 * }</pre>
 *
 * <table>
 * <caption>Keys; others that do not start with {@code OPENPROVIDER_} are passed over</caption>
 * <tr><td>{@code OPENPROVIDER_BASE_URL}</td><td>required: {@code live}, {@code sandbox}, or a URL as {@link BaseUrl#of}
 *     takes it</td></tr>
 * <tr><td>{@code OPENPROVIDER_TOKEN}</td><td>a token; or else</td></tr>
 * <tr><td>{@code OPENPROVIDER_USERNAME}, {@code OPENPROVIDER_PASSWORD}</td><td>both, to log in with</td></tr>
 * <tr><td>{@code OPENPROVIDER_IP}</td><td>the address that a login's token is for</td></tr>
 * <tr><td>{@code OPENPROVIDER_DEADLINE}</td><td>of a call in all, as in {@code PT30S}</td></tr>
 * <tr><td>{@code OPENPROVIDER_READ_RETRIES}</td><td>how often a read is sent again, 0 to 10</td></tr>
 * <tr><td>{@code OPENPROVIDER_PRODUCT}</td><td>what stands after our name in the header User-Agent</td></tr>
 * </table>
 *
 * <p>Immutable; its {@code toString} shows no value.
 */
public final class OpenproviderConfig {
    private static final String PREFIX = "OPENPROVIDER_";
    private static final Set<String> KEYS =
            Set.of("BASE_URL", "TOKEN", "USERNAME", "PASSWORD", "IP", "DEADLINE", "READ_RETRIES", "PRODUCT");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final @Nullable BaseUrl baseUrl;
    private final @Nullable Credentials credentials;
    private final Optional<Duration> deadline;
    private final Optional<Integer> readRetries;
    private final Optional<String> product;

    private OpenproviderConfig(Map<String, String> texts) {
        for (String key : new TreeSet<>(texts.keySet())) {
            if (key.startsWith(PREFIX)) {
                take(key.substring(PREFIX.length()), texts.getOrDefault(key, ""));
            }
        }
        baseUrl = read("BASE_URL", "live, sandbox, or a URL that ends with the version", OpenproviderConfig::baseUrl)
                .orElse(null);
        if (!values.containsKey("BASE_URL")) {
            faults.add(PREFIX + "BASE_URL is required");
        }
        credentials = readCredentials();
        deadline =
                read("DEADLINE", "a duration, such as PT30S", Duration::parse).filter(this::isPositive);
        readRetries = read("READ_RETRIES", "a number from 0 to 10", OpenproviderConfig::retries);
        product = read("PRODUCT", "printable ASCII", UserAgent::checked);
    }

    /**
     * Reads a configuration.
     *
     * @param texts the values by their keys; empty ones are as good as missing
     * @throws IllegalArgumentException for all that is wrong with it at once: keys that there are not, values that are
     *     missing or cannot be read; the message names keys and no value
     */
    public static OpenproviderConfig from(Map<String, String> texts) {
        OpenproviderConfig config = new OpenproviderConfig(texts);
        if (!config.faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", config.faults));
        }
        return config;
    }

    /** Where the service is. */
    public BaseUrl baseUrl() {
        return given(baseUrl);
    }

    /** Who is calling. */
    public Credentials credentials() {
        return given(credentials);
    }

    /** A form that is filled in but for the transport. */
    public HttpCustomers.Builder builder() {
        HttpCustomers.Builder form = HttpCustomers.builder(baseUrl()).credentials(credentials());
        deadline.ifPresent(form::deadline);
        readRetries.ifPresent(form::readRetries);
        product.ifPresent(form::product);
        return form;
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a configuration with faults is never handed out");
        }
        return value;
    }

    private void take(String key, String value) {
        if (!KEYS.contains(key)) {
            faults.add(PREFIX + key + " is no key");
        } else if (!value.isEmpty()) {
            values.put(key, value);
        }
    }

    private <T> Optional<T> read(String key, String expected, Function<String, T> reader) {
        String value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            faults.add(PREFIX + key + ": " + expected + " is expected");
            return Optional.empty();
        }
    }

    private @Nullable Credentials readCredentials() {
        if (values.containsKey("TOKEN")) {
            return read("TOKEN", "printable ASCII without white space", Credentials::token)
                    .orElse(null);
        }
        if (!values.containsKey("USERNAME") || !values.containsKey("PASSWORD")) {
            faults.add(PREFIX + "TOKEN, or USERNAME and PASSWORD, are required");
            return null;
        }
        return Credentials.login(
                values.getOrDefault("USERNAME", ""),
                values.getOrDefault("PASSWORD", ""),
                values.getOrDefault("IP", ""));
    }

    private boolean isPositive(Duration length) {
        boolean positive = !length.isNegative() && !length.isZero();
        if (!positive) {
            faults.add(PREFIX + "DEADLINE: more than no time is expected");
        }
        return positive;
    }

    private static BaseUrl baseUrl(String text) {
        return switch (text) {
            case "live" -> BaseUrl.LIVE;
            case "sandbox" -> BaseUrl.SANDBOX;
            default -> BaseUrl.of(text);
        };
    }

    private static int retries(String text) {
        int most = Integer.parseInt(text);
        if (most < 0 || most > HttpCustomers.MOST_READ_RETRIES) {
            throw new IllegalArgumentException(text);
        }
        return most;
    }

    @Override
    public String toString() {
        return "OpenproviderConfig" + values.keySet();
    }
}
