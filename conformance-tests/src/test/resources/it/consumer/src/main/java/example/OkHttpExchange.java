package example;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One call through OkHttp. */
final class OkHttpExchange implements Callback {
    private static final String TOKEN = "[A-Za-z]+";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final CompletableFuture<HttpReply> outcome = new CompletableFuture<>();
    private volatile boolean departed;
    private volatile int status;

    CompletableFuture<HttpReply> outcome() {
        return outcome;
    }

    /** Returns the call as OkHttp's, or refuses what OkHttp would send although it is not HTTP (T10). */
    Request request(HttpCall call) {
        if (!call.method().matches(TOKEN) || call.uri().getHost() == null) {
            throw new IllegalArgumentException("not a method, or no host");
        }
        boolean bare = call.body().length == 0 && !call.method().startsWith("P");
        Request.Builder request = new Request.Builder()
                .url(call.uri().toString())
                .method(call.method(), bare ? null : RequestBody.create(call.body()))
                .tag(OkHttpExchange.class, this);
        call.headers().forEach(request::header);
        return request.build();
    }

    /** Runs when there is a connection: from here on the call may have been sent. */
    static Response transmit(Interceptor.Chain chain) throws IOException {
        OkHttpExchange exchange = chain.request().tag(OkHttpExchange.class);
        exchange.departed = true;
        // OkHttp adds the header (T01).
        Response response = chain.proceed(
                chain.request().newBuilder().removeHeader("Accept-Encoding").build());
        String length = response.header("Content-Length", "0");
        if (!length.matches("[0-9]+")) {
            throw new ProtocolException("Content-Length: " + length); // OkHttp would read to the end (T12)
        }
        exchange.status = response.code();
        // OkHttp sends a call again after some statuses, and refuses others (T03).
        return response.newBuilder().code(OK).build();
    }

    @Override
    public void onFailure(Call sent, IOException failure) {
        outcome.completeExceptionally(new TransportFailure(departed ? Kind.EXCHANGE : Kind.CONNECT, failure));
    }

    @Override
    public void onResponse(Call sent, Response response) {
        try (response) {
            Map<String, String> headers = new HashMap<>();
            response.headers().toMultimap().forEach((name, values) -> headers.put(name, values.get(0)));
            outcome.complete(new HttpReply(status, headers, body(response.body().source())));
        } catch (TooLarge tooLarge) {
            outcome.completeExceptionally(new TransportFailure(Kind.TOO_LARGE, tooLarge));
        } catch (IOException failure) {
            onFailure(sent, failure);
        }
    }

    private byte[] body(BufferedSource source) throws IOException {
        Buffer body = new Buffer();
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return body.readByteArray(); // OkHttp would wait for the length that a 304 names (T04)
        }
        while (source.read(body, HttpTransport.MAX_REPLY_BYTES) >= 0) {
            if (body.size() > HttpTransport.MAX_REPLY_BYTES) {
                throw new TooLarge();
            }
        }
        return body.readByteArray();
    }

    /** The body is longer than a transport reads. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
