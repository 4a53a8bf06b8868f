package io.handlekit.spring.testing;

import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A transport that gives every call the same answer, or none, and records the calls. */
public final class StubService implements HttpTransport {
    public static final String HANDLE = "{\"code\":0,\"data\":{\"handle\":\"XX123456-XX\"}}";
    public static final String NOBODY = "{\"code\":0,\"data\":{\"total\":0}}";

    private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
    private volatile CompletionStage<HttpReply> answer;
    private volatile boolean closed;

    private StubService(CompletionStage<HttpReply> answer) {
        this.answer = answer;
    }

    public static StubService answering(String body) {
        return new StubService(reply(200, body));
    }

    public static StubService silent() {
        return new StubService(new CompletableFuture<>());
    }

    public void answer(int status, String body) {
        answer = reply(status, body);
    }

    private static CompletionStage<HttpReply> reply(int status, String body) {
        return CompletableFuture.completedFuture(
                new HttpReply(status, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public CompletionStage<HttpReply> send(HttpCall call) {
        calls.add(call);
        call.depart();
        return answer;
    }

    @Override
    public void close() {
        closed = true;
    }

    public List<HttpCall> calls() {
        return calls;
    }

    public boolean isClosed() {
        return closed;
    }
}
