package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomersFailure;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The meaning of a reply, code first: a code other than 0 is a refusal at any HTTP status, because the service answers
 * business errors with HTTP 500. Code 0 is a success only with a status of 2xx.
 */
public final class ReplyInterpreter {
    private static final int EXCERPT_CHARS = 500;

    /** Common headers for the id of a request; it is not known which of them this service uses. */
    private static final List<String> REQUEST_IDS = List.of("X-Request-Id", "Request-Id", "X-Correlation-Id");

    private final HttpReply reply;
    private final ReplyEnvelope envelope;
    private final ServiceRequest request;

    public ReplyInterpreter(HttpReply reply, ReplyEnvelope envelope, ServiceRequest request) {
        this.reply = reply;
        this.envelope = envelope;
        this.request = request;
    }

    /**
     * Returns the value of a successful reply.
     *
     * @param reader reads the envelope's data
     * @throws CustomersFailure if the reply is not a success
     */
    public <T> T value(Function<JsonNode, T> reader) {
        int code = envelope.code().orElseThrow(this::noEnvelope);
        if (code != 0) {
            throw refusal(answer(code));
        }
        if (reply.status() / 100 != 2) {
            throw broken("code 0 with an HTTP status other than 2xx");
        }
        try {
            return reader.apply(envelope.data());
        } catch (ReplyDecoder.UnreadableReply unreadable) {
            throw broken(String.valueOf(unreadable.getMessage()));
        }
    }

    private CustomersFailure noEnvelope() {
        return reply.status() >= 500
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
            case 50, 4007 -> new Throttled(answer);
            case 4005 -> new Unavailable(answer);
            // The code means both "no access for this user" and "too many calls from this address".
            case 10005 -> request.isLogin() ? new NotAuthenticated(answer) : new Throttled(answer);
            case 197, 10006, 10009 -> new NotAuthenticated(answer);
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
