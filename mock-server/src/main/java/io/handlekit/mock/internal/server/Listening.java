package io.handlekit.mock.internal.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Where and how a mock listens, and how it stops. No buffer is used twice there. Jetty (12.1.12, and 12.1.13 too)
 * answers a head that it cannot read on a second thread, which then reads on from the connection, into a buffer that
 * the first thread is just giving back to the pool. Whoever was given that buffer meanwhile sent those bytes for a
 * reply.
 *
 * @param host the interface
 * @param port the port, 0 for any free one
 * @param tls whose certificate is shown, if it listens for HTTPS alone
 * @param patience how long requests may take that are on their way when it stops
 * @param log whether each request is a line in the log
 */
public record Listening(String host, int port, Optional<SSLContext> tls, Duration patience, boolean log) {
    public static final Listening DEFAULTS = new Listening("127.0.0.1", 0, Optional.empty(), Duration.ZERO, false);

    private static final int JETTY_CHOOSES = -1;
    private static final Duration LONGEST_PAUSE_OF_A_REQUEST = Duration.ofSeconds(30);

    /**
     * Longer than HTTP clients keep connections that they do not use, the JDK's of Java 17 for twenty minutes. A call
     * fails that takes one up at the moment when the server closes it.
     */
    private static final Duration LONGEST_IDLENESS = Duration.ofMinutes(30);

    /** The same at another address; one of IPv6 may stand in brackets, as it does in a URL. */
    public Listening host(String other) {
        boolean isInBrackets = other.startsWith("[") && other.endsWith("]");
        return new Listening(isInBrackets ? other.substring(1, other.length() - 1) : other, port, tls, patience, log);
    }

    public Listening port(int other) {
        return new Listening(host, other, tls, patience, log);
    }

    public Listening tls(SSLContext context) {
        return new Listening(host, port, Optional.of(context), patience, log);
    }

    public Listening patience(Duration other) {
        return new Listening(host, port, tls, other, log);
    }

    public Listening log(boolean other) {
        return new Listening(host, port, tls, patience, other);
    }

    public void configure(JavalinConfig config) {
        if (log) {
            config.requestLogger.http(RequestLog::note);
        }
        config.jetty.modifyHttpConfiguration(Listening::adjust);
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector =
                    connector(server, tls.map(context -> https(http, context)).orElseGet(() -> plain(http)));
            connector.setHost(host);
            connector.setPort(port);
            connector.setIdleTimeout(LONGEST_IDLENESS.toMillis());
            return connector;
        });
        if (!patience.isZero()) {
            config.jetty.modifyServer(server -> {
                server.setHandler(new GracefulHandler());
                server.setStopTimeout(patience.toMillis());
            });
        }
    }

    /** Memory outside the heap would only be free again when the heap happens to be collected. */
    private static void adjust(HttpConfiguration http) {
        http.setIdleTimeout(LONGEST_PAUSE_OF_A_REQUEST.toMillis());
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
    }

    static ConnectionFactory[] plain(HttpConfiguration http) {
        return new ConnectionFactory[] {new HttpConnectionFactory(http)};
    }

    /** Requests of any host name are served: a mock goes by many, and its clients look at the certificate. */
    private static ConnectionFactory[] https(HttpConfiguration http, SSLContext context) {
        HttpConfiguration https = new HttpConfiguration(http);
        https.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(context);
        return AbstractConnectionFactory.getFactories(factory, new HttpConnectionFactory(https));
    }

    static ServerConnector connector(Server server, ConnectionFactory... protocols) {
        return new ServerConnector(
                server, null, null, new ByteBufferPool.NonPooling(), JETTY_CHOOSES, JETTY_CHOOSES, protocols);
    }

    /**
     * Starts to listen.
     *
     * @return the port
     * @throws UncheckedIOException if there is no such host, or the port is taken
     */
    public int start(Javalin server) {
        try {
            return server.start().port();
        } catch (JavalinException | IllegalArgumentException cannot) {
            Throwable root = cannot;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            BindException reason =
                    new BindException(root instanceof UnresolvedAddressException ? "no such host" : root.getMessage());
            reason.initCause(cannot);
            throw new UncheckedIOException(reason.getMessage(), reason);
        }
    }

    /** Where a client on this machine finds what listens on a port. */
    public URI uri(int actualPort, String path) {
        String name = switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
        String authority = name.contains(":") ? "[" + name + "]" : name;
        return URI.create((tls.isPresent() ? "https" : "http") + "://" + authority + ":" + actualPort + path);
    }

    /** Shows the address alone. */
    @Override
    public String toString() {
        return "Listening[" + host + ":" + port + "]";
    }
}
