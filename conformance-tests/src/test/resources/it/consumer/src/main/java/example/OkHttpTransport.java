package example;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** A transport on OkHttp. The rules in the comments are those for which OkHttp's defaults do not do. */
public final class OkHttpTransport implements HttpTransport {
    private final OkHttpClient client;
    private volatile boolean closed;

    /** Creates a transport that trusts what the JDK trusts. */
    public OkHttpTransport() {
        this(new OkHttpClient.Builder());
    }

    /** Creates a transport with this trust manager. */
    public OkHttpTransport(SSLSocketFactory sockets, X509TrustManager trust) {
        this(new OkHttpClient.Builder().sslSocketFactory(sockets, trust));
    }

    private OkHttpTransport(OkHttpClient.Builder builder) {
        client = builder.readTimeout(Duration.ZERO) // the client ends late calls (T32)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false) // T03
                .followSslRedirects(false)
                .retryOnConnectionFailure(false) // T11
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)) // T16: on a kept one, stray bytes are a reply
                .addNetworkInterceptor(OkHttpExchange::transmit)
                .build();
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        OkHttpExchange exchange = new OkHttpExchange();
        CompletableFuture<HttpReply> outcome = exchange.outcome();
        try {
            if (closed) {
                throw new IOException("the transport is closed"); // T23
            }
            Call sent = client.newCall(exchange.request(call));
            outcome.whenComplete((reply, failure) -> {
                if (failure != null) {
                    sent.cancel(); // T18
                }
            });
            sent.enqueue(exchange);
            if (closed) {
                sent.cancel();
            }
        } catch (IOException | IllegalArgumentException unsendable) {
            outcome.completeExceptionally(new TransportFailure(Kind.CONNECT, unsendable)); // T10
        }
        return outcome;
    }

    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll(); // T21, T22
        client.dispatcher().executorService().shutdown(); // T24
        client.connectionPool().evictAll();
    }
}
