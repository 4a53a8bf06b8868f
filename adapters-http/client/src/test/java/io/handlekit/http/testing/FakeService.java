package io.handlekit.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.http.internal.call.ReplyInterpreter;
import io.handlekit.http.internal.call.ServiceRequest;
import io.handlekit.http.internal.codec.JsonReader;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A transport that records calls and answers from a list. Once the list is empty, it never answers. */
public final class FakeService implements HttpTransport {
    private final List<HttpCall> calls = new ArrayList<>();
    private final List<CompletableFuture<HttpReply>> pending = new ArrayList<>();
    private final Deque<CompletionStage<HttpReply>> answers = new ArrayDeque<>();

    public FakeService answer(int status, String body) {
        return answer(CompletableFuture.completedFuture(reply(status, body)));
    }

    public FakeService answer(CompletionStage<HttpReply> answer) {
        answers.add(answer);
        return this;
    }

    public static HttpReply reply(int status, String body) {
        return new HttpReply(status, body.startsWith("<") ? "text/html" : "application/json", body.getBytes(UTF_8));
    }

    /** Returns the value of a reply, or throws its failure, as the client does. */
    public static <T> T interpret(HttpReply reply, ServiceRequest request, Function<JsonReader, T> reader) {
        return new ReplyInterpreter<>(reply, ReplyEnvelope.of(reply, reader), request, Instant.EPOCH).value();
    }

    public static String token(String token) {
        return "{\"code\":0,\"data\":{\"token\":\"" + token + "\",\"reseller_id\":7}}";
    }

    public static String handle(String handle) {
        return "{\"code\":0,\"data\":{\"handle\":\"" + handle + "\"}}";
    }

    public static String error(int code) {
        return "{\"desc\":\"as the service says\",\"code\":" + code + ",\"data\":\"and more\"}";
    }

    @Override
    public synchronized CompletionStage<HttpReply> send(HttpCall call) {
        calls.add(call);
        if (!answers.isEmpty()) {
            return answers.remove();
        }
        CompletableFuture<HttpReply> never = new CompletableFuture<>();
        pending.add(never);
        return never;
    }

    public synchronized List<HttpCall> calls() {
        return List.copyOf(calls);
    }

    /** Returns method, path and token of each call so far. */
    public synchronized List<String> log() {
        return calls.stream()
                .map(call -> call.method() + " " + call.uri().getRawPath() + " "
                        + call.headers().getOrDefault("Authorization", "-"))
                .toList();
    }

    /** Returns the exchanges that were not answered. */
    public synchronized List<CompletableFuture<HttpReply>> pending() {
        return List.copyOf(pending);
    }
}
