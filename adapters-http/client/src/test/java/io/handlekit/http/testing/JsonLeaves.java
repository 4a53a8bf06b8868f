package io.handlekit.http.testing;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Every value inside a JSON text by its path, with the exact text of numbers. */
public final class JsonLeaves {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLeaves() {}

    public static Map<String, String> of(byte[] json) {
        Map<String, String> leaves = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME && !token.isStructEnd()) {
                    leaves.put(parser.streamReadContext().pathAsPointer(false).toString(), token + " " + parser.getString());
                }
            }
        }
        return leaves;
    }
}
