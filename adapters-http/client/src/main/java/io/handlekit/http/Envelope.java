package io.handlekit.http;

import io.handlekit.customers.VendorWarning;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code {"code", "desc", "data", "maintenance", "warnings"}}, or whatever came in its place. */
final class Envelope {
    /** What there is when there is no reply. */
    static final Envelope NONE = new Envelope(Json.object());

    private final JsonNode tree;

    private Envelope(JsonNode tree) {
        this.tree = tree;
    }

    /** The parser's own words are dropped, since they quote the reply. */
    static Envelope of(HttpReply reply) {
        try {
            return new Envelope(Json.read(reply.body()));
        } catch (JacksonException notJson) {
            return NONE;
        }
    }

    /** The code; nothing if this is no envelope. */
    OptionalInt code() {
        JsonNode code = tree.path("code");
        return code.isIntegralNumber() && code.canConvertToInt()
                ? OptionalInt.of(code.intValue())
                : OptionalInt.empty();
    }

    String desc() {
        return words(tree.path("desc"));
    }

    JsonNode data() {
        return tree.path("data");
    }

    /** The data as the words that they are in a refusal. */
    String dataWords() {
        return words(data());
    }

    boolean isMaintenance() {
        return tree.path("maintenance").asBoolean(false);
    }

    /** Those that have a code. */
    List<VendorWarning> warnings() {
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
