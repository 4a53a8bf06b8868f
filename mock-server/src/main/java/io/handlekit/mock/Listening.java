package io.handlekit.mock;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Where the mock listens. No buffer is used twice there. Jetty (12.1.12, and 12.1.13 too) answers a head that it cannot
 * read on a second thread, which then reads on from the connection, into a buffer that the first thread is just giving
 * back to the pool. Whoever was given that buffer meanwhile sent those bytes for a reply.
 */
final class Listening {
    private static final int JETTY_CHOOSES = -1;

    private Listening() {}

    static void on(String host, int port, JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(Listening::onTheHeap);
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector = connector(server, http);
            connector.setHost(host);
            connector.setPort(port);
            return connector;
        });
    }

    /** Memory outside the heap would only be free again when the heap happens to be collected. */
    private static void onTheHeap(HttpConfiguration http) {
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
    }

    static ServerConnector connector(Server server, HttpConfiguration http) {
        return new ServerConnector(
                server,
                null,
                null,
                new ByteBufferPool.NonPooling(),
                JETTY_CHOOSES,
                JETTY_CHOOSES,
                new HttpConnectionFactory(http));
    }
}
