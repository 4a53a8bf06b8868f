package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.internal.base.Futures;
import io.handlekit.http.internal.base.RedactedException;
import io.handlekit.http.internal.codec.JsonReader;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.Operation;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sender that sends a request once and turns the outcome into a value or a {@link CustomersFailure}. */
public final class RequestSender {
    private static final byte[] NO_BODY = {};
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Settings settings;
    private final HttpTransport transport;
    private final IdenticalCallGuard guard;
    private final InstantSource clock;

    /**
     * The settings for sending and observing requests.
     *
     * @param baseUrl without a trailing slash
     * @param userAgent the header User-Agent, or empty for that of the transport
     * @param observer the observer of calls
     * @param wireLog the log for debugging, or null for none
     * @param networkMessages whether failures show the messages of TLS and of sockets
     */
    public record Settings(
            String baseUrl,
            String userAgent,
            CallObserver observer,
            @Nullable WireLog wireLog,
            boolean networkMessages) {
        @Override
        public String toString() {
            return "Settings[" + address() + "]";
        }

        /** Returns the host and port, for messages. */
        private String address() {
            URI uri = URI.create(baseUrl);
            int standard = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
            return uri.getHost() + ":" + (uri.getPort() < 0 ? standard : uri.getPort());
        }
    }

    /**
     * Creates a sender.
     *
     * @param clock the time of day, for dates in replies
     */
    public RequestSender(Settings settings, HttpTransport transport, IdenticalCallGuard guard, InstantSource clock) {
        this.settings = settings;
        this.transport = transport;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Logs in, within the deadline.
     *
     * @param reader reads the token from the data of a successful reply
     */
    public CompletableFuture<String> login(
            ServiceRequest login, Deadline deadline, Function<JsonReader, String> reader) {
        ObservedCall call = observe(login.operation());
        Supplier<Duration> timeToSend = deadline.toSend(deadline.start());
        PendingRequest<String> token = send(login, call, Optional.empty(), timeToSend, reader);
        deadline.limit(token, reason -> new Unavailable(reason, false, null));
        return call.until(token);
    }

    /** Tells the observer that a call starts. */
    public ObservedCall observe(Operation operation) {
        return ObservedCall.start(settings.observer(), operation);
    }

    /**
     * Sends the request. Cancelling the future gives up the exchange.
     *
     * @param call the call that the exchange belongs to
     * @param timeToSend returns the time that is left to send the request
     * @param reader reads the data of a successful reply
     */
    <T> PendingRequest<T> send(
            ServiceRequest request,
            ObservedCall call,
            Optional<String> token,
            Supplier<Duration> timeToSend,
            Function<JsonReader, T> reader) {
        PendingRequest<T> outcome = new PendingRequest<>(call);
        CompletableFuture<HttpReply> exchange = exchange(request, token, timeToSend, outcome);
        exchange.whenComplete((reply, failure) -> {
            outcome.giveBack(guard, failure);
            ReplyEnvelope<T> envelope = reply == null ? ReplyEnvelope.none(reader) : ReplyEnvelope.of(reply, reader);
            outcome.log(reply, envelope, failure);
            try {
                T value = value(request, reply, envelope, failure);
                outcome.report(null, reply, envelope);
                outcome.complete(value);
            } catch (Throwable failed) {
                CustomersFailure translated = translate(failed, request);
                outcome.report(translated, reply, envelope);
                outcome.completeExceptionally(translated);
            }
        });
        Futures.onFailure(outcome, () -> exchange.cancel(true));
        return outcome;
    }

    private <T> T value(
            ServiceRequest request, @Nullable HttpReply reply, ReplyEnvelope<T> envelope, @Nullable Throwable failure) {
        if (failure != null || reply == null) {
            throw translate(failure, request);
        }
        return new ReplyInterpreter<>(reply, envelope, request, clock.instant()).value();
    }

    /** Sends the call. A transport that throws violates its contract; the caller still gets a failed future. */
    private CompletableFuture<HttpReply> exchange(
            ServiceRequest request, Optional<String> token, Supplier<Duration> timeToSend, PendingRequest<?> outcome) {
        try {
            HttpCall call = call(request, token, timeToSend);
            IdenticalCallGuard.Entry entry = request.isLogin() ? null : guard.enter(call);
            WireLog log = settings.wireLog();
            outcome.handOver(call, entry, log == null ? null : log.sent(call));
            return transport.send(call).toCompletableFuture();
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private HttpCall call(ServiceRequest request, Optional<String> token, Supplier<Duration> timeToSend) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        if (!settings.userAgent().isEmpty()) {
            headers.put("User-Agent", settings.userAgent());
        }
        request.body().ifPresent(body -> headers.put("Content-Type", "application/json"));
        token.ifPresent(value -> headers.put("Authorization", "Bearer " + value));
        byte[] body = request.body().orElse(NO_BODY);
        return new HttpCall(
                request.operation().method(),
                URI.create(settings.baseUrl() + request.path()),
                headers,
                body,
                timeToSend);
    }

    private CustomersFailure translate(@Nullable Throwable failure, ServiceRequest request) {
        Throwable cause = Futures.unwrap(failure);
        if (cause instanceof CustomersFailure known) {
            return known;
        }
        if (cause instanceof TransportFailure lost) {
            String reason = lost.getMessage() + " (" + settings.address() + ")";
            return new Unavailable(reason, request.isWrite() && lost.mayHaveBeenSent(), shown(lost));
        }
        return new Unavailable("the exchange failed unexpectedly", request.isWrite(), RedactedException.of(cause));
    }

    private TransportFailure shown(TransportFailure lost) {
        return settings.networkMessages()
                ? new TransportFailure(lost.kind(), RedactedException.withNetworkMessages(lost.getCause()))
                : lost;
    }
}
