package io.handlekit.conformance.teeth;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * OkHttp with its defaults, as it is first put behind the interface: five connections to a host, ten seconds for each
 * read, and nothing to close.
 */
final class PlainOkHttp implements HttpTransport {
    private final OkHttpClient client = new OkHttpClient();

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        CompletableFuture<HttpReply> outcome = new CompletableFuture<>();
        RequestBody body = call.method().equals("GET") ? null : RequestBody.create(call.body());
        Request request = new Request.Builder()
                .url(call.uri().toString())
                .method(call.method(), body)
                .build();
        client.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call sent, IOException failure) {
                outcome.completeExceptionally(new TransportFailure(Kind.EXCHANGE, failure));
            }

            @Override
            public void onResponse(Call sent, Response response) {
                try (response) {
                    outcome.complete(
                            new HttpReply(response.code(), "", response.body().bytes()));
                } catch (IOException failure) {
                    onFailure(sent, failure);
                }
            }
        });
        return outcome;
    }
}
