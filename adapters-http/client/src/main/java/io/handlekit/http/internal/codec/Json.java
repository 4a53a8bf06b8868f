package io.handlekit.http.internal.codec;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Creates parsers and generators of JSON, with the limits of Jackson on nesting, numbers and texts. */
final class Json {
    /** Writes only ASCII: no charset on the way can do harm, and a lone surrogate can be expressed. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    static JsonParser parser(byte[] json, int from, int to) {
        return FACTORY.createParser(ObjectReadContext.empty(), json, from, to - from);
    }

    /** Returns what the writer writes. */
    static byte[] write(Consumer<JsonGenerator> writer) {
        Written bytes = new Written();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            writer.accept(out);
        }
        return bytes.bytes();
    }

    /** Returns the current value without white space, with the exact text of numbers, and moves to its last token. */
    static String text(JsonParser in) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            copy(in, out);
        }
        return text.toString();
    }

    private static void copy(JsonParser in, JsonGenerator out) {
        int depth = 0;
        do {
            JsonToken token = in.currentToken();
            if (token.isNumeric()) {
                out.writeNumber(in.getString());
            } else {
                out.copyCurrentEvent(in);
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        } while (depth > 0 && in.nextToken() != null);
    }

    /**
     * The output of a generator. A generator collects a body of usual length and writes it at once, so that the array has
     * just that length and need not be copied.
     */
    private static final class Written extends ByteArrayOutputStream {
        byte[] bytes() {
            return count == buf.length ? buf : toByteArray();
        }
    }
}
