package io.handlekit.http;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends an operation once and turns whatever comes of it into a value or a {@link CustomersFailure}. */
final class Wire {
    private static final byte[] NO_BODY = {};

    private final BaseUrl baseUrl;
    private final HttpTransport transport;

    Wire(BaseUrl baseUrl, HttpTransport transport) {
        this.baseUrl = baseUrl;
        this.transport = transport;
    }

    /** Cancelling the future gives up the exchange. */
    <T> CompletableFuture<T> send(Operation operation, Optional<String> token, Function<JsonNode, T> reader) {
        CompletableFuture<HttpReply> exchange = exchange(call(operation, token));
        CompletableFuture<T> outcome = new CompletableFuture<>();
        exchange.whenComplete((reply, failure) -> {
            try {
                if (failure != null || reply == null) {
                    throw translate(failure, operation);
                }
                outcome.complete(Envelope.open(reply, operation, reader));
            } catch (CustomersFailure failed) {
                outcome.completeExceptionally(failed);
            } catch (Throwable bug) {
                outcome.completeExceptionally(translate(bug, operation));
            }
        });
        outcome.whenComplete((value, failure) -> exchange.cancel(true));
        return outcome;
    }

    /** A transport that throws breaks its promise; its caller gets a failed stage all the same. */
    private CompletableFuture<HttpReply> exchange(HttpCall call) {
        try {
            return transport.send(call).toCompletableFuture();
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private HttpCall call(Operation operation, Optional<String> token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        operation.body().ifPresent(body -> headers.put("Content-Type", "application/json"));
        token.ifPresent(value -> headers.put("Authorization", "Bearer " + value));
        byte[] body = operation.body().map(Json::write).orElse(NO_BODY);
        return new HttpCall(operation.method(), baseUrl.resolve(operation.path()), headers, body);
    }

    private static CustomersFailure translate(@Nullable Throwable failure, Operation operation) {
        Throwable cause = unwrap(failure);
        if (cause instanceof TransportFailure transportFailure) {
            boolean sent = transportFailure.mayHaveBeenSent();
            return new Unavailable(
                    String.valueOf(transportFailure.getMessage()), operation.writes() && sent, transportFailure);
        }
        return new Unavailable("the exchange failed in an unforeseen way", operation.writes(), cause);
    }

    private static @Nullable Throwable unwrap(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }
}
