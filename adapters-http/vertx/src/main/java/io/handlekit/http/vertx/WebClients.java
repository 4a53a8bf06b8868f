package io.handlekit.http.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;

/**
 * Two clients, since HTTP/2 is offered over TLS alone: in clear, Vert.x would ask for an upgrade in the first call,
 * which not every server takes.
 */
final class WebClients {
    private static final int CONNECTIONS = 64;

    private final HttpClient plain;
    private final HttpClient secure;
    private final WebClient overPlain;
    private final WebClient overSecure;

    WebClients(Vertx vertx, WebClientOptions given) {
        WebClientOptions options = new WebClientOptions(given).setFollowRedirects(false);
        options.setUserAgentEnabled(false).setProtocolVersion(HttpVersion.HTTP_1_1);
        plain = client(vertx, options);
        overPlain = webClient(plain, options);
        options.setProtocolVersion(HttpVersion.HTTP_2).setUseAlpn(true);
        secure = client(vertx, options);
        overSecure = webClient(secure, options);
    }

    private static HttpClient client(Vertx vertx, WebClientOptions options) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
                // What goes wrong fails the call on that connection, and is logged too unless somebody listens.
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
                .build();
    }

    private static WebClient webClient(HttpClient client, WebClientOptions options) {
        WebClient webClient = WebClient.wrap(client, options);
        webClient.addInterceptor(VertxExchange::intercept);
        return webClient;
    }

    /** The client for a URI. */
    WebClient of(URI uri) {
        return "https".equals(uri.getScheme()) ? overSecure : overPlain;
    }

    void close() {
        plain.close();
        secure.close();
    }
}
