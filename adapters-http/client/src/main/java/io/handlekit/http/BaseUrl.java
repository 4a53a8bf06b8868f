package io.handlekit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The URL of the service, including the version of its API. Any host and port is accepted, over HTTPS or plain HTTP.
 * Trailing slashes are removed.
 *
 * <pre>{@code
 * BaseUrl.SANDBOX;
 * BaseUrl.of("http://127.0.0.1:8080/v1beta");
 * }</pre>
 */
public final class BaseUrl {
    private static final String NOT_HTTP = "the base URL must be an absolute http or https URL";
    private static final String LIVE_HOST = "api.openprovider.eu";

    /** The live service. */
    public static final BaseUrl LIVE = of("https://" + LIVE_HOST + "/v1beta");

    /** The sandbox: plain HTTP on its own port, as in the vendor's module. */
    public static final BaseUrl SANDBOX = of("http://api.sandbox.openprovider.nl:8480/v1beta");

    private static final Set<String> TEST_HOSTS = Set.of("api.sandbox.openprovider.nl", "api.cte.openprovider.eu");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String url;

    private BaseUrl(String url) {
        this.url = url;
    }

    /**
     * Returns the base URL for a text.
     *
     * @param url an absolute http or https URL that ends with the API version, such as {@code
     *     http://127.0.0.1:8080/v1beta}
     * @throws IllegalArgumentException if it is not such a URL, or contains a user, a query or a fragment; the message does
     *     not repeat it
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
            throw new IllegalArgumentException("the base URL must end with the API version, such as /v1beta");
        }
        return new BaseUrl(text);
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
        String host = host();
        if (THIS_MACHINE.contains(host)) {
            return CallLimit.NONE;
        }
        return TEST_HOSTS.contains(host) ? CallLimit.SANDBOX : CallLimit.LIVE;
    }
}
