package io.handlekit.http.jdk;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The transport on the HTTP client of the JDK: nothing to add to the class path.
 *
 * <pre>{@code
 * HttpTransport transport = new JdkTransport();
 * HttpTransport throughAProxy = new JdkTransport(HttpClient.newBuilder().proxy(proxy).build());
 * }</pre>
 *
 * <p>Over TLS it speaks HTTP/2 where the server offers it, else HTTP/1.1. Up to 64 calls are under way at a time; more
 * than that wait for their turn. May be used by several threads. The JDK's client cannot be closed before JDK 21: there,
 * the idle connections and the threads of a transport that was closed end with the next garbage collection.
 */
public final class JdkTransport implements HttpTransport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int IDLE_THREAD_SECONDS = 5;
    private static final int AT_A_TIME = 64;

    private final AtomicReference<@Nullable ConcurrencyLimit> turns;
    private final boolean owned;
    private final Set<JdkExchange> underWay = ConcurrentHashMap.newKeySet();

    /** A transport on a client of its own, which has ten seconds to connect. */
    public JdkTransport() {
        this(ownClient(), true);
    }

    /**
     * A transport on a client with settings of the caller's.
     *
     * @param client the client; may be shared with others, and stays the caller's
     * @throws IllegalArgumentException if it follows redirects, or has an authenticator, which would send a call again
     */
    public JdkTransport(HttpClient client) {
        this(client, false);
    }

    private JdkTransport(HttpClient client, boolean owned) {
        if (client.followRedirects() != Redirect.NEVER || client.authenticator().isPresent()) {
            throw new IllegalArgumentException("a transport follows no redirect and has no authenticator");
        }
        this.turns = new AtomicReference<>(new ConcurrencyLimit(client, AT_A_TIME));
        this.owned = owned;
    }

    /** The JDK's own threads would outlive an unused client for a minute. */
    private static HttpClient ownClient() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "handlekit-http");
                    thread.setDaemon(true);
                    return thread;
                });
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(executor)
                .build();
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        JdkExchange exchange = new JdkExchange(call);
        underWay.add(exchange);
        exchange.outcome().whenComplete((reply, failure) -> underWay.remove(exchange));
        // In this order, so that a call is either seen by close() or sees that it is closed.
        ConcurrencyLimit open = turns.get();
        if (open == null) {
            exchange.close();
        } else {
            open.take(exchange);
        }
        return exchange.outcome();
    }

    @Override
    public void close() {
        ConcurrencyLimit open = turns.getAndSet(null);
        if (open != null) {
            open.close();
        }
        underWay.forEach(JdkExchange::close);
        if (open != null && owned) {
            shutDown(open.client());
        }
    }

    /** From JDK 21 on there is a way; before, it is enough that nobody holds the client any more. */
    private static void shutDown(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException before21) {
            // See above.
        }
    }
}
