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
 * A transport on the HTTP client of the JDK. It needs no further library.
 *
 * <pre>{@code
 * HttpTransport transport = new JdkTransport();
 * HttpTransport withProxy = new JdkTransport(HttpClient.newBuilder().proxy(proxy).build());
 * }</pre>
 *
 * <p>Over TLS it uses HTTP/2 if the server offers it, otherwise HTTP/1.1. It sends up to {@value #MAX_CONCURRENT} calls
 * at a time, or as many as you set; further calls wait, at most until their deadline, and are not sent after it. It is safe for use by several threads. The JDK's client cannot be closed before JDK 21: there, the idle
 * connections and threads of a closed transport end with the next garbage collection.
 */
public final class JdkTransport implements HttpTransport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int IDLE_THREAD_SECONDS = 5;

    /** The default number of calls at a time: {@value}. */
    public static final int MAX_CONCURRENT = 64;

    /** Null once the transport is closed. */
    private final AtomicReference<@Nullable ConcurrencyLimit> limit;

    private final boolean owned;
    private final Set<JdkExchange> inFlight = ConcurrentHashMap.newKeySet();

    /** Creates a transport with its own client and a connect timeout of ten seconds. */
    public JdkTransport() {
        this(MAX_CONCURRENT);
    }

    /**
     * Creates a transport with its own client and a connect timeout of ten seconds.
     *
     * @param maxConcurrent the maximum number of calls at a time
     * @throws IllegalArgumentException if it is less than 1
     */
    public JdkTransport(int maxConcurrent) {
        this(ownClient(), maxConcurrent, true);
    }

    /**
     * Creates a transport on a client with your settings.
     *
     * @param client the client; it may be used elsewhere too, and closing the transport does not close it
     * @throws IllegalArgumentException if the client follows redirects or has an authenticator, because either would
     *     send a call twice, or if it has a cookie handler, because that would store the service's cookies where other
     *     users of the client send them, and send theirs to the service
     */
    public JdkTransport(HttpClient client) {
        this(client, MAX_CONCURRENT);
    }

    /**
     * Creates a transport on a client with your settings.
     *
     * @param client the client, as above
     * @param maxConcurrent the maximum number of calls at a time
     * @throws IllegalArgumentException for the reasons above, or if {@code maxConcurrent} is less than 1
     */
    public JdkTransport(HttpClient client, int maxConcurrent) {
        this(client, maxConcurrent, false);
    }

    private JdkTransport(HttpClient client, int maxConcurrent, boolean owned) {
        if (client.followRedirects() != Redirect.NEVER
                || client.authenticator().isPresent()
                || client.cookieHandler().isPresent()) {
            throw new IllegalArgumentException(
                    "the HttpClient must not follow redirects or have an authenticator or a cookie handler");
        }
        this.limit = new AtomicReference<>(new ConcurrencyLimit(client, maxConcurrent));
        this.owned = owned;
    }

    /** The threads of the JDK's default executor would outlive an unused client by a minute. */
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
        call.hold();
        JdkExchange exchange = new JdkExchange(call);
        inFlight.add(exchange);
        exchange.outcome().whenComplete((reply, failure) -> inFlight.remove(exchange));
        // In this order: either close() sees the call, or the call sees that the transport is closed.
        ConcurrencyLimit open = limit.get();
        if (open == null) {
            exchange.close();
        } else {
            open.submit(exchange);
        }
        return exchange.outcome();
    }

    @Override
    public void close() {
        ConcurrencyLimit open = limit.getAndSet(null);
        if (open != null) {
            open.close();
        }
        inFlight.forEach(JdkExchange::close);
        if (open != null && owned) {
            shutDown(open.client());
        }
    }

    /** Available from JDK 21 on; before, the garbage collection of the unreferenced client has to do. */
    private static void shutDown(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException before21) {
            // See above.
        }
    }
}
