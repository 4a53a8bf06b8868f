package io.handlekit.http;

import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.RawReply;
import io.handlekit.customers.VendorAnswer;
import io.handlekit.customers.VendorCodes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {"code", "desc", "data"}}, code first: a code that is not 0 is a refusal at any HTTP status, since the
 * service answers business errors with HTTP 500. A code of 0 is a success only with a status of 2xx.
 */
final class Envelope {
    private static final int EXCERPT_CHARS = 500;

    private Envelope() {}

    /**
     * What a reply says.
     *
     * @param operation what was asked
     * @param reader reads the envelope's data
     * @throws CustomersFailure whatever the reply says instead
     */
    static <T> T open(HttpReply reply, Operation operation, Function<JsonNode, T> reader) {
        JsonNode envelope = tree(reply);
        JsonNode code = envelope.path("code");
        if (!code.isIntegralNumber() || !code.canConvertToInt()) {
            throw noEnvelope(reply, operation);
        }
        if (code.intValue() != 0) {
            throw refusal(answer(reply, envelope), operation);
        }
        if (reply.status() / 100 != 2) {
            throw new BrokenReply("code 0 with a status that is no success", raw(reply), operation.writes());
        }
        try {
            return reader.apply(envelope.path("data"));
        } catch (ReplyJson.UnreadableReply unreadable) {
            throw new BrokenReply(String.valueOf(unreadable.getMessage()), raw(reply), operation.writes());
        }
    }

    /** The tree, or an empty one. The parser's own words are dropped, since they quote the reply. */
    private static JsonNode tree(HttpReply reply) {
        try {
            return Json.read(reply.body());
        } catch (JacksonException notJson) {
            return Json.object();
        }
    }

    private static CustomersFailure noEnvelope(HttpReply reply, Operation operation) {
        return reply.status() >= 500
                ? new Unavailable(raw(reply), operation.writes())
                : new BrokenReply("the reply is no envelope of the service", raw(reply), operation.writes());
    }

    private static CustomersFailure refusal(VendorAnswer answer, Operation operation) {
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

    private static VendorAnswer answer(HttpReply reply, JsonNode envelope) {
        return VendorAnswer.of(
                reply.status(),
                envelope.path("code").intValue(),
                words(envelope.path("desc")),
                words(envelope.path("data")));
    }

    /** Documented as a text; whatever else comes is handed on as its JSON. */
    private static String words(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isMissingNode() || node.isNull() ? "" : node.toString();
    }

    private static RawReply raw(HttpReply reply) {
        byte[] start = Arrays.copyOf(reply.body(), Math.min(reply.body().length, 4 * EXCERPT_CHARS));
        String text = new String(start, StandardCharsets.UTF_8);
        return new RawReply(
                reply.status(),
                reply.contentType(),
                reply.body().length,
                text.substring(0, Math.min(text.length(), EXCERPT_CHARS)));
    }
}
