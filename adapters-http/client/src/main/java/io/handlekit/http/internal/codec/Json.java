package io.handlekit.http.internal.codec;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees to bytes and back. */
public final class Json {
    /** ASCII alone is written, so that no charset in between can do harm, and half a surrogate pair has a form. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static byte[] write(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /**
     * Reads one JSON value.
     *
     * @throws tools.jackson.core.JacksonException if it is not JSON; its message may quote the text
     */
    public static JsonNode read(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }
}
