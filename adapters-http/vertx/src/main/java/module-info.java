/**
 * The transport on the Vert.x Web Client. See {@link io.handlekit.http.vertx.VertxTransport}.
 *
 * <p>Vert.x and the Web Client are required transitively, because they appear in the API.
 */
module io.handlekit.http.vertx {
    requires static org.jspecify;
    requires transitive io.handlekit.http;
    requires transitive io.vertx.core;
    requires transitive io.vertx.web.client;
    requires io.vertx.web.common;

    exports io.handlekit.http.vertx;
}
