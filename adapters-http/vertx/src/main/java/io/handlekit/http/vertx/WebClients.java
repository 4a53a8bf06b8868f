package io.handlekit.http.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;

/**
 * Two HTTP clients and the Web Clients on top of them. HTTP/2 is offered over TLS only: over plain HTTP, Vert.x would
 * ask for an upgrade in the first call, which not every server accepts.
 */
final class WebClients {
    private static final int CONNECTIONS = 64;

    private final RequestCapture.Pool plain;
    private final RequestCapture.Pool secure;

    static PoolOptions defaultPool() {
        return new PoolOptions().setHttp1MaxSize(CONNECTIONS);
    }

    WebClients(Vertx vertx, WebClientOptions given, PoolOptions pool) {
        WebClientOptions plainOptions = new WebClientOptions(given)
                .setFollowRedirects(false)
                .setUserAgentEnabled(false)
                .setProtocolVersion(HttpVersion.HTTP_1_1);
        WebClientOptions secureOptions = new WebClientOptions(plainOptions)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true);
        plain = new RequestCapture.Pool(client(vertx, plainOptions, pool), plainOptions);
        secure = new RequestCapture.Pool(client(vertx, secureOptions, pool), secureOptions);
    }

    private static HttpClient client(Vertx vertx, WebClientOptions options, PoolOptions pool) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions(pool))
                // The failure is that of the exchange too; without a handler Vert.x would also log it.
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
                .build();
    }

    /** Returns a Web Client for one exchange, which gets hold of the exchange's request. */
    WebClient forExchange(URI uri, VertxExchange exchange) {
        return ("https".equals(uri.getScheme()) ? secure : plain).forExchange(exchange);
    }

    void close() {
        plain.close();
        secure.close();
    }
}
