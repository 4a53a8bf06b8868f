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
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * Where and how a mock listens, and how it stops.
 *
 * <p>On Java 21 and later, requests are served on virtual threads: they leave the JIT compilers their share of few cores,
 * which platform threads fight for.
 *
 * @param host the interface
 * @param port the port, 0 for any free one
 * @param tls the TLS context; if present, the mock listens for HTTPS only
 * @param stopTimeout how long requests in progress may take when the mock stops
 * @param log whether each request is logged
 */
public record Listening(String host, int port, Optional<SSLContext> tls, Duration stopTimeout, boolean log) {
    public static final Listening DEFAULTS = new Listening("127.0.0.1", 0, Optional.empty(), Duration.ZERO, false);

    private static final int VIRTUAL_THREADS = 21;
    private static final int JETTY_CHOOSES = -1;
    private static final int NO_BOUND = 0;

    /** Bears a burst of clients that all connect at once. */
    private static final int ACCEPT_QUEUE = 1_024;

    /**
     * Longer than HTTP clients keep idle connections, which is twenty minutes for the JDK's client in Java 17. If the
     * server closed one first, a call that takes it up at that moment would fail.
     */
    private static final Duration CONNECTION_IDLE_TIMEOUT = Duration.ofMinutes(30);

    /** A stop waits this long for a connection that no request is in progress on; Jetty's second is felt by a user. */
    private static final Duration IDLE_AT_A_STOP = Duration.ofMillis(100);

    /** Returns this with another host. An IPv6 address may be in brackets, as in a URL. */
    public Listening host(String other) {
        boolean isInBrackets = other.startsWith("[") && other.endsWith("]");
        return new Listening(
                isInBrackets ? other.substring(1, other.length() - 1) : other, port, tls, stopTimeout, log);
    }

    public Listening port(int other) {
        return new Listening(host, other, tls, stopTimeout, log);
    }

    public Listening tls(SSLContext context) {
        return new Listening(host, port, Optional.of(context), stopTimeout, log);
    }

    public Listening stopTimeout(Duration other) {
        return new Listening(host, port, tls, other, log);
    }

    public Listening log(boolean other) {
        return new Listening(host, port, tls, stopTimeout, other);
    }

    /** Applies this to a server. */
    public void configure(JavalinConfig config) {
        if (log) {
            config.requestLogger.http(RequestLog::log);
        }
        if (Runtime.version().feature() >= VIRTUAL_THREADS) {
            config.jetty.threadPool = virtualThreads();
        }
        config.jetty.modifyHttpConfiguration(Listening::adjust);
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector =
                    connector(server, tls.map(context -> https(http, context)).orElseGet(() -> plain(http)));
            connector.setHost(host);
            connector.setPort(port);
            connector.setIdleTimeout(CONNECTION_IDLE_TIMEOUT.toMillis());
            connector.setShutdownIdleTimeout(IDLE_AT_A_STOP.toMillis());
            connector.setAcceptQueueSize(ACCEPT_QUEUE);
            return connector;
        });
        if (!stopTimeout.isZero()) {
            config.jetty.modifyServer(server -> {
                server.setHandler(new GracefulHandler());
                server.setStopTimeout(stopTimeout.toMillis());
            });
        }
    }

    /** Returns Jetty's pool. That of Javalin makes each thread by reflection, with a name and a future. */
    private static VirtualThreadPool virtualThreads() {
        VirtualThreadPool threads = new VirtualThreadPool();
        threads.setMaxConcurrentTasks(NO_BOUND);
        return threads;
    }

    /**
     * Sets the buffers. There is no idle timeout of requests, for which Jetty would start a timer with each of them: the
     * intake and the response have deadlines of their own.
     */
    private static void adjust(HttpConfiguration http) {
        http.setUseInputDirectByteBuffers(Buffers.INPUT_IS_DIRECT);
        http.setUseOutputDirectByteBuffers(Buffers.OUTPUT_IS_DIRECT);
    }

    static ConnectionFactory[] plain(HttpConfiguration http) {
        return new ConnectionFactory[] {new HttpConnectionFactory(http)};
    }

    /** Serves requests for any host name: a mock has many names, and it is the client that checks the certificate. */
    private static ConnectionFactory[] https(HttpConfiguration http, SSLContext context) {
        HttpConfiguration https = new HttpConfiguration(http);
        https.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(context);
        return AbstractConnectionFactory.getFactories(factory, new HttpConnectionFactory(https));
    }

    static ServerConnector connector(Server server, ConnectionFactory... protocols) {
        return new ServerConnector(server, null, null, new Buffers(), JETTY_CHOOSES, JETTY_CHOOSES, protocols);
    }

    /**
     * Starts a server.
     *
     * @return the port
     * @throws UncheckedIOException if the host is unknown, or the port is taken
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
                    new BindException(root instanceof UnresolvedAddressException ? "unknown host" : root.getMessage());
            reason.initCause(cannot);
            throw new UncheckedIOException(reason.getMessage(), reason);
        }
    }

    /** Returns the URL under which a client on this machine reaches a port. */
    public URI uri(int actualPort, String path) {
        String name = switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
        String authority = name.contains(":") ? "[" + name + "]" : name;
        return URI.create((tls.isPresent() ? "https" : "http") + "://" + authority + ":" + actualPort + path);
    }

    /** Shows the address only. */
    @Override
    public String toString() {
        return "Listening[" + host + ":" + port + "]";
    }
}
