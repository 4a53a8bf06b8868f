package io.handlekit.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL of the service, including the version of its API. Any host and port is accepted, over HTTPS or plain HTTP;
 * see {@link HttpCustomers.Builder#allowPlainHttp()}. Trailing slashes are removed.
 *
 * <pre>{@code
 * BaseUrl.SANDBOX;
 * BaseUrl.of("http://127.0.0.1:8080/v1");
 * }</pre>
 */
public final class BaseUrl {
    private static final String NOT_HTTP = "the base URL must be an absolute http or https URL";
    private static final String UNDERSCORE =
            "the host of the base URL must not contain an underscore (_), which Java's HTTP"
                    + " clients refuse; use a name with a hyphen, in Docker Compose for example a network alias";
    private static final String LIVE_HOST = "api.openprovider.eu";

    private static final String SANDBOX_HOST = "api.sandbox.openprovider.nl";

    /** The live service, version v1. */
    public static final BaseUrl LIVE = of("https://" + LIVE_HOST + "/v1");

    /** The sandbox, version v1. */
    public static final BaseUrl SANDBOX = of("https://" + SANDBOX_HOST + "/v1");

    /**
     * The live service, version v1beta.
     *
     * @deprecated The vendor closed v1beta to new integrations in September 2026 and switches it off on 2027-06-30. Use
     *     {@link #LIVE}.
     */
    @Deprecated
    public static final BaseUrl LIVE_V1BETA = of("https://" + LIVE_HOST + "/v1beta");

    /**
     * The sandbox, version v1beta.
     *
     * @deprecated The vendor closed v1beta to new integrations in September 2026 and switches it off on 2027-06-30. Use
     *     {@link #SANDBOX}.
     */
    @Deprecated
    public static final BaseUrl SANDBOX_V1BETA = of("https://" + SANDBOX_HOST + "/v1beta");

    private static final Set<String> TEST_HOSTS = Set.of(SANDBOX_HOST, "api.cte.openprovider.eu");
    private static final Pattern LOOPBACK_IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private final String url;

    private BaseUrl(String url) {
        this.url = url;
    }

    /**
     * Returns the base URL for a text.
     *
     * @param url an absolute http or https URL that ends with the API version, such as {@code http://127.0.0.1:8080/v1}
     * @throws IllegalArgumentException if it is not such a URL, if its host contains an underscore, or if it contains a
     *     user, a query or a fragment; the message does not repeat the URL
     */
    public static BaseUrl of(String url) {
        try {
            return of(new URI(url));
        } catch (URISyntaxException messageRepeatsTheUrl) {
            throw new IllegalArgumentException(NOT_HTTP);
        }
    }

    /**
     * Returns the base URL for a URI.
     *
     * @param uri as for {@link #of(String)}
     * @throws IllegalArgumentException as for {@link #of(String)}
     */
    public static BaseUrl of(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (http && uri.getHost() == null && hasUnderscore(uri.getRawAuthority())) {
            throw new IllegalArgumentException(UNDERSCORE);
        }
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException(NOT_HTTP);
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URL must not contain a user, a query or a fragment");
        }
        String text = uri.toString();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        if (URI.create(text).getRawPath().isEmpty()) {
            throw new IllegalArgumentException("the base URL must end with the API version, such as /v1");
        }
        return new BaseUrl(text);
    }

    /**
     * Java parses no host from an authority with an underscore, and the JDK's client sends no request without a host.
     */
    private static boolean hasUnderscore(@Nullable String authority) {
        return authority != null && authority.indexOf('_', authority.lastIndexOf('@') + 1) >= 0;
    }

    /**
     * Returns the URI of a path below this URL.
     *
     * @param path starts with a slash, is already escaped, and may end with a query
     */
    public URI resolve(String path) {
        return URI.create(url + path);
    }

    /** Returns true if this is the host of the live service, with any scheme, port and version. */
    public boolean isLive() {
        return host().equals(LIVE_HOST);
    }

    /** Returns the host in lower case, without the trailing dot of a fully qualified name. */
    private String host() {
        String host = resolve("").getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Returns the URL without a trailing slash. */
    @Override
    public String toString() {
        return url;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BaseUrl that && url.equals(that.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    /** Returns the documented limit of identical calls for this host; a mock on this machine has none. */
    CallLimit identicalCalls() {
        if (isThisMachine()) {
            return CallLimit.NONE;
        }
        return TEST_HOSTS.contains(host()) ? CallLimit.SANDBOX : CallLimit.LIVE;
    }

    /** Returns true if a password would travel unencrypted: over plain HTTP to a host other than this machine. */
    boolean exposesPasswords() {
        return "http".equalsIgnoreCase(resolve("").getScheme()) && !isThisMachine();
    }

    /** Names other than localhost are not looked up: what a name resolves to may change. */
    private boolean isThisMachine() {
        String host = host();
        return host.equals("localhost") || LOOPBACK_IPV4.matcher(host).matches() || isLoopbackIpv6(host);
    }

    private static boolean isLoopbackIpv6(String host) {
        try {
            // An address in brackets is parsed, not looked up.
            return host.startsWith("[") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknownScope) {
            return false;
        }
    }
}
