package io.handlekit.http.internal.codec;

import io.handlekit.customers.vendor.VendorWarning;
import io.handlekit.http.transport.HttpReply;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The service's envelope {@code {"code", "desc", "data", "maintenance", "warnings"}}, or an empty one for other
 * replies.
 */
public final class ReplyEnvelope {
    /** The envelope of a missing reply. */
    public static final ReplyEnvelope NONE = new ReplyEnvelope(Json.object());

    private final JsonNode tree;

    private ReplyEnvelope(JsonNode tree) {
        this.tree = tree;
    }

    /**
     * Returns the envelope of a reply, or {@link #NONE}. The parser's message is dropped, because it quotes the reply.
     */
    public static ReplyEnvelope of(HttpReply reply) {
        try {
            return new ReplyEnvelope(Json.read(reply.body()));
        } catch (JacksonException notJson) {
            return NONE;
        }
    }

    /** Returns the code, or empty if the reply is not an envelope. */
    public OptionalInt code() {
        JsonNode code = tree.path("code");
        return code.isIntegralNumber() && code.canConvertToInt()
                ? OptionalInt.of(code.intValue())
                : OptionalInt.empty();
    }

    public String desc() {
        return text(tree.path("desc"));
    }

    public JsonNode data() {
        return tree.path("data");
    }

    /** Returns the data as text: a refusal has a text there. */
    public String dataText() {
        return text(data());
    }

    public boolean isMaintenance() {
        return tree.path("maintenance").asBoolean(false);
    }

    /** Returns the warnings that have a code. */
    public List<VendorWarning> warnings() {
        JsonNode warnings = tree.path("warnings");
        return !warnings.isArray()
                ? List.of()
                : warnings.valueStream()
                        .filter(warning -> warning.path("code").canConvertToInt())
                        .map(warning -> new VendorWarning(
                                warning.path("code").intValue(),
                                text(warning.path("desc")),
                                text(warning.path("data"))))
                        .toList();
    }

    /** Returns a text as it is, null as an empty text, and any other value as JSON. */
    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isMissingNode() || node.isNull() ? "" : node.toString();
    }
}
