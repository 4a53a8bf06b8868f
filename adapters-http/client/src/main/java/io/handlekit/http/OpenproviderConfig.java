package io.handlekit.http;

import io.handlekit.http.internal.call.UserAgent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a client, read from named texts such as the environment of a process:
 *
 * <pre>{@code
 * OpenproviderConfig config = OpenproviderConfig.from(System.getenv());
 * Customers customers = config.builder().transport(transport).build();
 * }</pre>
 *
 * <table>
 * <caption>Keys; keys that do not start with {@code OPENPROVIDER_} are ignored</caption>
 * <tr><td>{@code OPENPROVIDER_BASE_URL}</td><td>required: {@code live}, {@code sandbox}, or a URL as for {@link
 *     BaseUrl#of}</td></tr>
 * <tr><td>{@code OPENPROVIDER_TOKEN}</td><td>a token; or</td></tr>
 * <tr><td>{@code OPENPROVIDER_USERNAME}, {@code OPENPROVIDER_PASSWORD}</td><td>the user name and password for a
 *     login</td></tr>
 * <tr><td>{@code OPENPROVIDER_IP}</td><td>the IP address that the token of a login is valid from</td></tr>
 * <tr><td>{@code OPENPROVIDER_DEADLINE}</td><td>the deadline of a call, such as {@code PT30S}</td></tr>
 * <tr><td>{@code OPENPROVIDER_READ_RETRIES}</td><td>the maximum number of retries of a read, 0 to 10</td></tr>
 * <tr><td>{@code OPENPROVIDER_PRODUCT}</td><td>your product, appended to the header User-Agent</td></tr>
 * </table>
 *
 * <p>Immutable; {@code toString} shows keys and no values.
 */
public final class OpenproviderConfig {
    private static final Set<String> KEYS =
            Set.of("BASE_URL", "TOKEN", "USERNAME", "PASSWORD", "IP", "DEADLINE", "READ_RETRIES", "PRODUCT");

    private final Set<String> keys;
    private final BaseUrl baseUrl;
    private final Credentials credentials;
    private final Optional<Duration> deadline;
    private final Optional<Integer> readRetries;
    private final Optional<String> product;

    private OpenproviderConfig(ConfigValues values) {
        Optional<BaseUrl> url = values.read(
                "BASE_URL", "live, sandbox, or a URL that ends with the API version", OpenproviderConfig::baseUrl);
        if (!values.has("BASE_URL")) {
            values.fault(ConfigValues.PREFIX + "BASE_URL is required");
        }
        Optional<Credentials> user = credentials(values);
        deadline = values.read("DEADLINE", "a positive duration, such as PT30S", OpenproviderConfig::deadline);
        readRetries = values.read("READ_RETRIES", "a number from 0 to 10", OpenproviderConfig::retries);
        product = values.read("PRODUCT", "printable ASCII", UserAgent::checked);
        values.throwIfFaulty();
        keys = values.keys();
        baseUrl = url.orElseThrow();
        credentials = user.orElseThrow();
    }

    /**
     * Returns the configuration that the texts describe.
     *
     * @param texts the values by key; an empty value counts as missing
     * @throws IllegalArgumentException if a key is unknown or a value is missing or invalid; the message names every fault
     *     by its key and repeats no value
     */
    public static OpenproviderConfig from(Map<String, String> texts) {
        return new OpenproviderConfig(new ConfigValues(texts, KEYS));
    }

    /** Returns the URL of the service. */
    public BaseUrl baseUrl() {
        return baseUrl;
    }

    /** Returns the credentials. */
    public Credentials credentials() {
        return credentials;
    }

    /** Returns a builder with all settings except the transport. */
    public HttpCustomers.Builder builder() {
        HttpCustomers.Builder builder = HttpCustomers.builder(baseUrl).credentials(credentials);
        deadline.ifPresent(builder::deadline);
        readRetries.ifPresent(builder::readRetries);
        product.ifPresent(builder::product);
        return builder;
    }

    private static Optional<Credentials> credentials(ConfigValues values) {
        if (values.has("TOKEN")) {
            return values.read("TOKEN", "printable ASCII without spaces", Credentials::token);
        }
        if (!values.has("USERNAME") || !values.has("PASSWORD")) {
            values.fault("OPENPROVIDER_TOKEN, or OPENPROVIDER_USERNAME and OPENPROVIDER_PASSWORD, are required");
            return Optional.empty();
        }
        return Optional.of(Credentials.login(values.text("USERNAME"), values.text("PASSWORD"), values.text("IP")));
    }

    private static BaseUrl baseUrl(String text) {
        return switch (text) {
            case "live" -> BaseUrl.LIVE;
            case "sandbox" -> BaseUrl.SANDBOX;
            default -> BaseUrl.of(text);
        };
    }

    private static Duration deadline(String text) {
        Duration deadline = Duration.parse(text);
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException();
        }
        return deadline;
    }

    private static int retries(String text) {
        int retries = Integer.parseInt(text);
        if (retries < 0 || retries > HttpCustomers.MAX_READ_RETRIES) {
            throw new IllegalArgumentException();
        }
        return retries;
    }

    @Override
    public String toString() {
        return "OpenproviderConfig" + keys;
    }
}
