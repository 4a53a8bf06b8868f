package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.CallEvent;
import io.handlekit.http.CallObserver;
import io.handlekit.http.internal.codec.Json;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.RedactedException;
import io.handlekit.http.transport.TransportFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends an operation once and turns whatever comes of it into a value or a {@link CustomersFailure}. */
public final class RequestSender {
    private static final byte[] NO_BODY = {};

    private final BaseUrl baseUrl;
    private final HttpTransport transport;
    private final IdenticalCallGuard guard;
    private final String userAgent;
    private final CallObserver observer;

    public RequestSender(
            BaseUrl baseUrl,
            HttpTransport transport,
            IdenticalCallGuard guard,
            String userAgent,
            CallObserver observer) {
        this.baseUrl = baseUrl;
        this.transport = transport;
        this.guard = guard;
        this.userAgent = userAgent;
        this.observer = observer;
    }

    /**
     * Cancelling the future gives up the exchange.
     *
     * @param number of the attempt, from 1
     */
    public <T> CompletableFuture<T> send(
            Operation operation, int number, Optional<String> token, Function<JsonNode, T> reader) {
        long start = System.nanoTime();
        CompletableFuture<HttpReply> exchange = exchange(operation, token);
        CompletableFuture<T> outcome = new CompletableFuture<>();
        exchange.whenComplete((reply, failure) -> {
            ReplyEnvelope envelope = reply == null ? ReplyEnvelope.NONE : ReplyEnvelope.of(reply);
            if (!(failure instanceof Throttled)) {
                tell(operation, number, Duration.ofNanos(System.nanoTime() - start), reply, envelope);
            }
            settle(outcome, operation, reply, envelope, failure, reader);
        });
        outcome.whenComplete((value, failure) -> exchange.cancel(true));
        return outcome;
    }

    private static <T> void settle(
            CompletableFuture<T> outcome,
            Operation operation,
            @Nullable HttpReply reply,
            ReplyEnvelope envelope,
            @Nullable Throwable failure,
            Function<JsonNode, T> reader) {
        try {
            if (failure != null || reply == null) {
                throw translate(failure, operation);
            }
            outcome.complete(new ReplyInterpreter(reply, envelope, operation).value(reader));
        } catch (CustomersFailure failed) {
            outcome.completeExceptionally(failed);
        } catch (Throwable bug) {
            outcome.completeExceptionally(translate(bug, operation));
        }
    }

    /** An observer that throws is nobody's business but its own. */
    private void tell(
            Operation operation, int number, Duration duration, @Nullable HttpReply reply, ReplyEnvelope envelope) {
        OptionalInt status = reply == null ? OptionalInt.empty() : OptionalInt.of(reply.status());
        try {
            observer.ended(new CallEvent(operation.kind(), number, duration, status, envelope));
        } catch (Throwable passedOver) {
            return;
        }
    }

    /** A transport that throws breaks its promise; its caller gets a failed stage all the same. */
    private CompletableFuture<HttpReply> exchange(Operation operation, Optional<String> token) {
        try {
            HttpCall call = call(operation, token);
            if (!operation.isLogin()) {
                guard.enter(call);
            }
            return transport.send(call).toCompletableFuture();
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private HttpCall call(Operation operation, Optional<String> token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        if (!userAgent.isEmpty()) {
            headers.put("User-Agent", userAgent);
        }
        operation.body().ifPresent(body -> headers.put("Content-Type", "application/json"));
        token.ifPresent(value -> headers.put("Authorization", "Bearer " + value));
        byte[] body = operation.body().map(Json::write).orElse(NO_BODY);
        return new HttpCall(operation.kind().method(), baseUrl.resolve(operation.path()), headers, body);
    }

    private static CustomersFailure translate(@Nullable Throwable failure, Operation operation) {
        Throwable cause = unwrap(failure);
        if (cause instanceof CustomersFailure known) {
            return known;
        }
        if (cause instanceof TransportFailure transportFailure) {
            boolean sent = transportFailure.mayHaveBeenSent();
            return new Unavailable(
                    String.valueOf(transportFailure.getMessage()), operation.writes() && sent, transportFailure);
        }
        return new Unavailable(
                "the exchange failed in an unforeseen way", operation.writes(), RedactedException.of(cause));
    }

    private static @Nullable Throwable unwrap(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }
}
