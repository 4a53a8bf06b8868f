package io.handlekit.conformance.implementations;

import io.handlekit.conformance.internal.server.TestCertificate;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A Vert.x server with HTTP/2 over TLS. */
final class Http2Server implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    Http2Server(Handler<HttpServerRequest> manners) throws Exception {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(
                        KeyCertOptions.wrap(TestCertificate.ofLoopback().key()));
        server = vertx.createHttpServer(options)
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    manners.handle(request);
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    URI uri() {
        return URI.create("https://127.0.0.1:" + server.actualPort() + "/v1");
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
