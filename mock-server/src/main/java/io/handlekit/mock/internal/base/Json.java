package io.handlekit.mock.internal.base;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON read into trees, and written as bytes. */
public final class Json {
    /**
     * Accepts names of any length: a body is bounded as a whole, and a customer created in process has no body. Names are
     * not canonicalized, since that would keep the names that clients send for as long as the process lives.
     */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .build();

    private static final int USUAL_LENGTH = 512;

    private Json() {}

    /**
     * Reads one JSON value from UTF-8.
     *
     * @throws tools.jackson.core.JacksonException if it is not JSON
     */
    public static JsonNode read(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    /**
     * Reads one JSON value from text. Half a surrogate pair in it stays as it is.
     *
     * @throws tools.jackson.core.JacksonException if it is not JSON
     */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** Returns what is written to a generator, in UTF-8. */
    public static byte[] write(Consumer<JsonGenerator> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        write(bytes, writer);
        return bytes.toByteArray();
    }

    /**
     * Returns the stream of a generator, for one value that is there as bytes. Write the whole value before the generator
     * is used again.
     */
    public static OutputStream raw(JsonGenerator out) {
        out.writeRawValue("");
        out.flush();
        return (OutputStream) out.streamWriteOutputTarget();
    }

    /** Returns a text as a JSON string. */
    public static String text(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }

    /** Writes to a stream what is written to a generator, in UTF-8. */
    public static void write(OutputStream stream, Consumer<JsonGenerator> writer) {
        try (JsonGenerator out = MAPPER.createGenerator(stream)) {
            writer.accept(out);
        }
    }
}
