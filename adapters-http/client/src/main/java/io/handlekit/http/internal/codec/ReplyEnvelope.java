package io.handlekit.http.internal.codec;

import io.handlekit.customers.vendor.VendorWarning;
import io.handlekit.http.transport.HttpReply;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code {"code", "desc", "data", "maintenance", "warnings"}}, or whatever came in its place. */
public final class ReplyEnvelope {
    /** What there is when there is no reply. */
    public static final ReplyEnvelope NONE = new ReplyEnvelope(Json.object());

    private final JsonNode tree;

    private ReplyEnvelope(JsonNode tree) {
        this.tree = tree;
    }

    /** The parser's own words are dropped, since they quote the reply. */
    public static ReplyEnvelope of(HttpReply reply) {
        try {
            return new ReplyEnvelope(Json.read(reply.body()));
        } catch (JacksonException notJson) {
            return NONE;
        }
    }

    /** The code; nothing if this is no envelope. */
    public OptionalInt code() {
        JsonNode code = tree.path("code");
        return code.isIntegralNumber() && code.canConvertToInt()
                ? OptionalInt.of(code.intValue())
                : OptionalInt.empty();
    }

    public String desc() {
        return words(tree.path("desc"));
    }

    public JsonNode data() {
        return tree.path("data");
    }

    /** The data as the words that they are in a refusal. */
    public String dataWords() {
        return words(data());
    }

    public boolean isMaintenance() {
        return tree.path("maintenance").asBoolean(false);
    }

    /** Those that have a code. */
    public List<VendorWarning> warnings() {
        JsonNode warnings = tree.path("warnings");
        return !warnings.isArray()
                ? List.of()
                : warnings.valueStream()
                        .filter(warning -> warning.path("code").canConvertToInt())
                        .map(warning -> new VendorWarning(
                                warning.path("code").intValue(),
                                words(warning.path("desc")),
                                words(warning.path("data"))))
                        .toList();
    }

    /** Documented as a text; whatever else comes is handed on as its JSON. */
    private static String words(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isMissingNode() || node.isNull() ? "" : node.toString();
    }
}
