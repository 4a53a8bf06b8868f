package io.handlekit.http;

import io.handlekit.http.internal.call.Deadline;
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
 * <caption>Keys</caption>
 * <tr><td>{@code OPENPROVIDER_BASE_URL}</td><td>required: {@code live}, {@code sandbox}, {@code live-v1beta},
 *     {@code sandbox-v1beta}, or a URL as for {@link BaseUrl#of(String)}</td></tr>
 * <tr><td>{@code OPENPROVIDER_TOKEN}</td><td>a token; or</td></tr>
 * <tr><td>{@code OPENPROVIDER_USERNAME}, {@code OPENPROVIDER_PASSWORD}</td><td>the user name and password for a
 *     login</td></tr>
 * <tr><td>{@code OPENPROVIDER_IP}</td><td>the IP address that the token of a login is valid from</td></tr>
 * <tr><td>{@code OPENPROVIDER_DEADLINE}</td><td>the deadline of a call, such as {@code PT30S}</td></tr>
 * <tr><td>{@code OPENPROVIDER_READ_RETRIES}</td><td>the maximum number of retries of a read, 0 to 10</td></tr>
 * <tr><td>{@code OPENPROVIDER_ALLOW_PLAIN_HTTP}</td><td>{@code true} to send a password over plain HTTP to a host other
 *     than this machine; {@code false} by default</td></tr>
 * <tr><td>{@code OPENPROVIDER_SHOW_NETWORK_MESSAGES}</td><td>{@code true} to show the messages of TLS and of sockets in
 *     the causes of failures; {@code false} by default</td></tr>
 * <tr><td>{@code OPENPROVIDER_PRODUCT}</td><td>your product, appended to the header User-Agent</td></tr>
 * </table>
 *
 * <p>Keys that do not start with {@code OPENPROVIDER_} are ignored, and so are the variables that Kubernetes sets for a
 * service of such a name: {@code OPENPROVIDER_SERVICE_HOST}, {@code OPENPROVIDER_PORT=tcp://…}, {@code
 * OPENPROVIDER_PORT_80_TCP_ADDR} and the like. Any other unknown key is an error.
 *
 * <p>Immutable; {@code toString} shows keys and no values.
 */
public final class OpenproviderConfig {
    private static final Set<String> KEYS = Set.of(
            "BASE_URL",
            "TOKEN",
            "USERNAME",
            "PASSWORD",
            "IP",
            "DEADLINE",
            "READ_RETRIES",
            "PRODUCT",
            "ALLOW_PLAIN_HTTP",
            "SHOW_NETWORK_MESSAGES");

    private final Set<String> keys;
    private final BaseUrl baseUrl;
    private final Credentials credentials;
    private final Optional<Duration> deadline;
    private final Optional<Integer> readRetries;
    private final Optional<String> product;
    private final boolean plainHttpAllowed;
    private final boolean networkMessages;

    private OpenproviderConfig(ConfigValues values, Optional<Credentials> given) {
        Optional<BaseUrl> url = baseUrl(values);
        Optional<Credentials> user = given.isPresent() ? given : credentials(values);
        plainHttpAllowed = values.read("ALLOW_PLAIN_HTTP", "true or false", OpenproviderConfig::yesOrNo)
                .orElse(false);
        networkMessages = values.read("SHOW_NETWORK_MESSAGES", "true or false", OpenproviderConfig::yesOrNo)
                .orElse(false);
        boolean exposed = user.filter(Credentials.Login.class::isInstance).isPresent()
                && url.filter(BaseUrl::exposesPasswords).isPresent();
        if (exposed && !plainHttpAllowed) {
            values.fault(values.name("BASE_URL") + " would send the password over plain HTTP; use https, or set "
                    + values.name("ALLOW_PLAIN_HTTP") + "=true");
        }
        deadline = values.read(
                "DEADLINE", "a positive duration of at most a day, such as PT30S", OpenproviderConfig::deadline);
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
     * @throws IllegalArgumentException if a key is unknown or a value is missing or invalid; the message names every
     *     fault by its key and repeats no value
     */
    public static OpenproviderConfig from(Map<String, String> texts) {
        return new OpenproviderConfig(new ConfigValues(texts, KeyStyle.ENVIRONMENT, KEYS), Optional.empty());
    }

    /**
     * Returns the configuration that properties describe. The keys are those above, written as properties: {@code
     * openprovider.base-url}, {@code openprovider.token} and so on.
     *
     * @param properties the values by key; an empty value counts as missing
     * @throws IllegalArgumentException as for {@link #from}
     */
    public static OpenproviderConfig fromProperties(Map<String, String> properties) {
        return new OpenproviderConfig(new ConfigValues(properties, KeyStyle.PROPERTY, KEYS), Optional.empty());
    }

    /**
     * Returns the configuration that properties describe, with credentials from elsewhere, such as a vault.
     *
     * @param properties as above; keys for credentials are not used
     * @param credentials the credentials
     * @throws IllegalArgumentException as for {@link #from}
     */
    public static OpenproviderConfig fromProperties(Map<String, String> properties, Credentials credentials) {
        return new OpenproviderConfig(new ConfigValues(properties, KeyStyle.PROPERTY, KEYS), Optional.of(credentials));
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
        if (networkMessages) {
            builder.showNetworkMessages();
        }
        return plainHttpAllowed ? builder.allowPlainHttp() : builder;
    }

    private static Optional<Credentials> credentials(ConfigValues values) {
        if (values.has("TOKEN")) {
            return values.read("TOKEN", "printable ASCII without spaces", Credentials::token);
        }
        if (!values.has("USERNAME") || !values.has("PASSWORD")) {
            values.fault(values.name("TOKEN") + ", or " + values.name("USERNAME") + " and " + values.name("PASSWORD")
                    + ", are required");
            return Optional.empty();
        }
        return Optional.of(Credentials.login(values.text("USERNAME"), values.text("PASSWORD"), values.text("IP")));
    }

    private static Optional<BaseUrl> baseUrl(ConfigValues values) {
        if (!values.has("BASE_URL")) {
            values.fault(values.name("BASE_URL") + " is required");
        }
        try {
            return values.intact("BASE_URL").map(OpenproviderConfig::baseUrl);
        } catch (IllegalArgumentException invalid) {
            values.fault(values.name("BASE_URL") + " must be live, sandbox, live-v1beta, sandbox-v1beta, or a URL: "
                    + invalid.getMessage());
            return Optional.empty();
        }
    }

    @SuppressWarnings("deprecation")
    private static BaseUrl baseUrl(String text) {
        return switch (text) {
            case "live" -> BaseUrl.LIVE;
            case "sandbox" -> BaseUrl.SANDBOX;
            case "live-v1beta" -> BaseUrl.LIVE_V1BETA;
            case "sandbox-v1beta" -> BaseUrl.SANDBOX_V1BETA;
            default -> BaseUrl.of(text);
        };
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Duration deadline(String text) {
        return Deadline.checked(Duration.parse(text));
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
