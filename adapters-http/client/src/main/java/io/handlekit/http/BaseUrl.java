package io.handlekit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the service is, the version of its API included. Any host will do, over plain HTTP and on any port too; a
 * trailing slash is dropped.
 *
 * <pre>{@code
 * BaseUrl.SANDBOX;
 * BaseUrl.of("http://127.0.0.1:8080/v1beta");
 * }</pre>
 */
public final class BaseUrl {
    private static final String EXPECTED = "a base URL is an absolute http or https URL";
    private static final String LIVE_HOST = "api.openprovider.eu";

    /** The live service. */
    public static final BaseUrl LIVE = of("https://" + LIVE_HOST + "/v1beta");

    /** The sandbox: plain HTTP on a port of its own, as the vendor's module has it. */
    public static final BaseUrl SANDBOX = of("http://api.sandbox.openprovider.nl:8480/v1beta");

    private static final Set<String> TEST_HOSTS = Set.of("api.sandbox.openprovider.nl", "api.cte.openprovider.eu");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String url;

    private BaseUrl(String url) {
        this.url = url;
    }

    /**
     * A base URL of any host.
     *
     * @param url an absolute http or https URL that ends with the version, such as {@code http://127.0.0.1:8080/v1beta}
     * @throws IllegalArgumentException if it is not, or holds a user, a query or a fragment
     */
    public static BaseUrl of(String url) {
        try {
            return of(new URI(url));
        } catch (URISyntaxException quotesItAll) {
            throw new IllegalArgumentException(EXPECTED);
        }
    }

    /**
     * A base URL of any host.
     *
     * @param uri as for {@link #of(String)}
     * @throws IllegalArgumentException as for {@link #of(String)}
     */
    public static BaseUrl of(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("a base URL has no user, query or fragment");
        }
        String text = uri.toString();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        if (URI.create(text).getRawPath().isEmpty()) {
            throw new IllegalArgumentException("a base URL ends with the version of the API, such as /v1beta");
        }
        return new BaseUrl(text);
    }

    /**
     * The URI of a path below this URL.
     *
     * @param path begins with a slash, escaped already; may end with a query
     */
    public URI resolve(String path) {
        return URI.create(url + path);
    }

    /** Whether this is the host of the live service, whatever the scheme, port and version. */
    public boolean isLive() {
        return host().equals(LIVE_HOST);
    }

    /** In small letters and without the dot of the root. */
    private String host() {
        String host = resolve("").getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** The URL without a trailing slash. */
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

    /** How many identical calls the service at this URL allows; a mock on this machine allows any number. */
    CallLimit identicalCalls() {
        String host = host();
        if (THIS_MACHINE.contains(host)) {
            return CallLimit.NONE;
        }
        return TEST_HOSTS.contains(host) ? CallLimit.SANDBOX : CallLimit.LIVE;
    }
}
