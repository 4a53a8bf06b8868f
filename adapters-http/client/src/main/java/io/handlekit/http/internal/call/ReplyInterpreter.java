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
 * What a reply means, code first: a code that is not 0 is a refusal at any HTTP status, since the service answers
 * business errors with HTTP 500. A code of 0 is a success only with a status of 2xx.
 */
public final class ReplyInterpreter {
    private static final int EXCERPT_CHARS = 500;

    /** Where gateways and services like this one put the id of a request; which one this service uses is not known. */
    private static final List<String> REQUEST_IDS = List.of("X-Request-Id", "Request-Id", "X-Correlation-Id");

    private final HttpReply reply;
    private final ReplyEnvelope envelope;
    private final Operation operation;

    /**
     * A verdict on a reply.
     *
     * @param operation what was asked
     */
    public ReplyInterpreter(HttpReply reply, ReplyEnvelope envelope, Operation operation) {
        this.reply = reply;
        this.envelope = envelope;
        this.operation = operation;
    }

    /**
     * What a reply says.
     *
     * @param reader reads the envelope's data
     * @throws CustomersFailure whatever the reply says instead
     */
    public <T> T value(Function<JsonNode, T> reader) {
        int code = envelope.code().orElseThrow(this::noEnvelope);
        if (code != 0) {
            throw refusal(answer(code));
        }
        if (reply.status() / 100 != 2) {
            throw new BrokenReply("code 0 with a status that is no success", raw(), operation.writes());
        }
        try {
            return reader.apply(envelope.data());
        } catch (ReplyDecoder.UnreadableReply unreadable) {
            throw new BrokenReply(String.valueOf(unreadable.getMessage()), raw(), operation.writes());
        }
    }

    private CustomersFailure noEnvelope() {
        return reply.status() >= 500
                ? new Unavailable(raw(), operation.writes())
                : new BrokenReply("the reply is no envelope of the service", raw(), operation.writes());
    }

    private CustomersFailure refusal(VendorAnswer answer) {
        return switch (answer.code()) {
            case VendorCodes.NOT_AUTHENTICATED -> new NotAuthenticated(answer);
            case 176, VendorCodes.UNKNOWN_HANDLE ->
                operation.handle().isPresent()
                        ? new UnknownHandle(operation.handle().get(), answer)
                        : new Rejected(answer, operation.writes());
            case 50, 4007 -> new Throttled(answer);
            case 4005 -> new Unavailable(answer);
            // Both "no access for this user" and "this address called too often" have this code.
            case 10005 -> operation.isLogin() ? new NotAuthenticated(answer) : new Throttled(answer);
            case 197, 10006, 10009 -> new NotAuthenticated(answer);
            default -> new Rejected(answer, operation.writes());
        };
    }

    private VendorAnswer answer(int code) {
        return VendorAnswer.of(reply.status(), code, envelope.desc(), envelope.dataWords())
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
