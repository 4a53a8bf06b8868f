package io.handlekit.http.vertx;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.internal.http.HttpClientInternal;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client that passes each of its requests to a consumer before it is sent. The Web Client returns no request,
 * and an interceptor receives it by way of a type that the Web Client's module does not export. A Web Client on top of
 * a client of ours needs no such type.
 *
 * <p>The Web Client accepts only an {@code HttpClientInternal}. A proxy forwards its methods, which differ between
 * versions of Vert.x.
 */
final class RequestCapture implements InvocationHandler {
    private final HttpClient client;
    private final Consumer<HttpClientRequest> consumer;

    private RequestCapture(HttpClient client, Consumer<HttpClientRequest> consumer) {
        this.client = client;
        this.consumer = consumer;
    }

    static HttpClient of(HttpClient client, Consumer<HttpClientRequest> consumer) {
        return (HttpClient) Proxy.newProxyInstance(
                RequestCapture.class.getClassLoader(),
                new Class<?>[] {HttpClientInternal.class},
                new RequestCapture(client, consumer));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            Object result = method.invoke(client, arguments);
            return method.getName().equals("request") && result instanceof Future<?> request
                    ? request.map(this::capture)
                    : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Object capture(Object request) {
        consumer.accept((HttpClientRequest) request);
        return request;
    }
}
