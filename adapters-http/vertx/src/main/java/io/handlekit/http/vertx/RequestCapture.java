package io.handlekit.http.vertx;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.internal.http.HttpClientInternal;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A Web Client that passes its next request to an exchange before it is sent. The Web Client returns no request, and an
 * interceptor receives it by way of a type that the Web Client's module does not export. A Web Client on top of a client
 * of ours needs no such type.
 *
 * <p>The Web Client accepts only an {@code HttpClientInternal}. A proxy forwards its methods, which differ between
 * versions of Vert.x.
 */
final class RequestCapture implements InvocationHandler {
    private final HttpClient client;
    private final Queue<RequestCapture> free;
    private final WebClient webClient;
    private @Nullable VertxExchange next;

    private RequestCapture(HttpClient client, WebClientOptions options, Queue<RequestCapture> free) {
        this.client = client;
        this.free = free;
        Object capturing = Proxy.newProxyInstance(
                RequestCapture.class.getClassLoader(), new Class<?>[] {HttpClientInternal.class}, this);
        webClient = WebClient.wrap((HttpClient) capturing, options);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        VertxExchange exchange = method.getName().equals("request") ? release() : null;
        try {
            Object result = method.invoke(client, arguments);
            return exchange != null && result instanceof Future<?> request
                    ? request.map(made -> begin(exchange, made))
                    : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** Returns the exchange of the request that is made now. Another exchange may use this Web Client from now on. */
    private @Nullable VertxExchange release() {
        VertxExchange exchange = next;
        if (exchange != null) {
            next = null;
            free.add(this);
        }
        return exchange;
    }

    private static Object begin(VertxExchange exchange, Object request) {
        exchange.begin((HttpClientRequest) request);
        return request;
    }

    /**
     * The Web Clients on top of one HTTP client. Each makes one request at a time and is used again, because Vert.x
     * copies all options for a new one. There are as many as threads that make a request at the same time.
     */
    static final class Pool {
        private final Queue<RequestCapture> free = new ConcurrentLinkedQueue<>();
        private final HttpClient client;
        private final WebClientOptions options;

        Pool(HttpClient client, WebClientOptions options) {
            this.client = client;
            this.options = options;
        }

        /** Returns a Web Client for one request, which gets to the exchange. */
        WebClient forExchange(VertxExchange exchange) {
            RequestCapture unused = free.poll();
            RequestCapture capture = unused == null ? new RequestCapture(client, options, free) : unused;
            capture.next = exchange;
            return capture.webClient;
        }

        void close() {
            client.close();
        }
    }
}
