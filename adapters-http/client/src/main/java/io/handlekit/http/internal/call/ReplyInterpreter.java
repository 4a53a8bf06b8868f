package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.AccessDenied;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.vendor.RawReply;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.http.internal.codec.ReplyDecoder;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.transport.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The meaning of a reply, code first: a code other than 0 is a refusal at any HTTP status, because the status of a
 * business error differs between versions of the service. Code 0 is a success only with a status of 2xx. Without an
 * envelope, the status decides.
 *
 * @param <T> the value of a successful reply
 */
public final class ReplyInterpreter<T> {
    private static final int EXCERPT_CHARS = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** Common headers for the id of a request; it is not known which of them this service uses. */
    private static final List<String> REQUEST_IDS = List.of("X-Request-Id", "Request-Id", "X-Correlation-Id");

    private final HttpReply reply;
    private final ReplyEnvelope<T> envelope;
    private final ServiceRequest request;
    private final Instant now;

    /**
     * Creates an interpreter.
     *
     * @param now the time at which the reply arrived
     */
    public ReplyInterpreter(HttpReply reply, ReplyEnvelope<T> envelope, ServiceRequest request, Instant now) {
        this.reply = reply;
        this.envelope = envelope;
        this.request = request;
        this.now = now;
    }

    /**
     * Returns the value of a successful reply.
     *
     * @throws CustomersFailure if the reply is not a success
     */
    public T value() {
        int code = envelope.code().orElseThrow(this::noEnvelope);
        if (code != 0) {
            throw refusal(answer(code));
        }
        if (reply.status() / 100 != 2) {
            throw broken("code 0 with an HTTP status other than 2xx");
        }
        try {
            return envelope.value();
        } catch (ReplyDecoder.UnreadableReply unreadable) {
            throw broken(String.valueOf(unreadable.getMessage()));
        }
    }

    private CustomersFailure noEnvelope() {
        if (reply.status() == UNAUTHORIZED) {
            return new NotAuthenticated(raw());
        }
        if (reply.status() == TOO_MANY_REQUESTS) {
            return new Throttled(raw(), RetryAfter.of(reply, now));
        }
        return reply.status() >= SERVER_ERROR
                ? new Unavailable(raw(), request.isWrite())
                : broken("the reply is not an envelope of the service");
    }

    private BrokenReply broken(String fault) {
        return new BrokenReply(fault, raw(), request.isWrite());
    }

    private CustomersFailure refusal(VendorAnswer answer) {
        return switch (answer.code()) {
            case VendorCodes.NOT_AUTHENTICATED -> new NotAuthenticated(answer);
            case 176, VendorCodes.UNKNOWN_HANDLE ->
                request.handle().isPresent()
                        ? new UnknownHandle(request.handle().get(), answer)
                        : new Rejected(answer, request.isWrite());
            case 50, 4007 -> new Throttled(answer, RetryAfter.of(reply, now));
            case 4005 -> new Unavailable(answer);
            // At a login, the code has been seen for a user without authority.
            case VendorCodes.ACCESS_DENIED ->
                request.isLogin() ? new NotAuthenticated(answer) : new AccessDenied(answer);
            case 197, 10006, VendorCodes.API_ACCESS_DISABLED, 10009 -> new NotAuthenticated(answer);
            default -> new Rejected(answer, request.isWrite());
        };
    }

    private VendorAnswer answer(int code) {
        return VendorAnswer.of(reply.status(), code, envelope.desc(), envelope.dataText())
                .withWarnings(envelope.warnings())
                .withRequestId(requestId());
    }

    private String requestId() {
        return REQUEST_IDS.stream()
                .map(reply::header)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private RawReply raw() {
        byte[] start = Arrays.copyOf(reply.body(), Math.min(reply.body().length, 4 * EXCERPT_CHARS));
        String text = new String(start, StandardCharsets.UTF_8);
        return new RawReply(
                reply.status(),
                reply.contentType(),
                reply.body().length,
                requestId(),
                text.substring(0, Math.min(text.length(), EXCERPT_CHARS)));
    }
}
