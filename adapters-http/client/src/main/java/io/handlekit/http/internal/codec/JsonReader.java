package io.handlekit.http.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A cursor over JSON. It stands on a value. Each method that reads the value moves to its end, whatever its type.
 *
 * <p>Every method throws a {@link tools.jackson.core.JacksonException} if the text is not JSON; its message may quote
 * the text.
 */
public final class JsonReader implements AutoCloseable {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

    /** The bound of the integers that a double holds exactly. */
    private static final double EXACT = 1L << 53;

    private final byte[] json;
    private final JsonParser parser;

    private JsonReader(byte[] json, int from, int to) {
        this.json = json;
        parser = Json.parser(json, from, to);
        parser.nextToken();
    }

    static JsonReader of(byte[] json) {
        return new JsonReader(json, 0, json.length);
    }

    static JsonReader of(Slice slice) {
        return new JsonReader(slice.json, slice.from, slice.to);
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isFalse() {
        return parser.currentToken() == JsonToken.VALUE_FALSE;
    }

    boolean isString() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    boolean isNumberOrBoolean() {
        JsonToken token = parser.currentToken();
        return token.isNumeric() || token.isBoolean();
    }

    /** Moves to the first value of an object, and returns its name; null if the object is empty or not one. */
    @Nullable
    String firstMember() {
        if (isObject()) {
            return member();
        }
        skip();
        return null;
    }

    /** Moves to the next value of an object, and returns its name; null at the end of the object. */
    @Nullable
    String nextMember() {
        skip();
        return member();
    }

    private @Nullable String member() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Reads the elements of an array; another value has none. The consumer stands on each element. */
    void elements(Runnable element) {
        if (!isArray()) {
            skip();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
            skip();
        }
    }

    /** Moves to the end of the value, if it was not read yet. */
    void skip() {
        parser.skipChildren();
    }

    /**
     * Reads a text. A missing or null text is empty; a number or a boolean is read as text.
     *
     * @return the text, or {@code null} if the value is an array or an object
     */
    @Nullable
    String text() {
        JsonToken token = parser.currentToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token.isScalarValue()) {
            return parser.getString();
        }
        skip();
        return null;
    }

    /** Reads a text; a null is an empty text, and any other value is JSON. */
    String textOrJson() {
        JsonToken token = parser.currentToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return "";
        }
        return token == JsonToken.VALUE_STRING ? parser.getString() : json();
    }

    /** Reads the value as compact JSON, with the exact text of numbers. */
    String json() {
        return Json.text(parser);
    }

    /** Reads a boolean, also from a text or a number; any other value is false. */
    boolean isTrue() {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_TRUE
                || (token == JsonToken.VALUE_STRING && parser.getString().equals("true"))
                || (token == JsonToken.VALUE_NUMBER_INT && !parser.getString().matches("-?0"));
    }

    /** Reads an integer. */
    OptionalLong integer() {
        boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return fits ? OptionalLong.of(parser.getLongValue()) : OptionalLong.empty();
    }

    /** Reads an integer of 32 bits. */
    OptionalInt smallInteger() {
        return small(integer());
    }

    /** Reads an integer of 32 bits, also from a number with a fraction of zero. */
    OptionalInt lenientSmallInteger() {
        return isString() ? OptionalInt.empty() : small(lenientInteger());
    }

    private static OptionalInt small(OptionalLong integer) {
        return integer.isPresent() && integer.getAsLong() == (int) integer.getAsLong()
                ? OptionalInt.of((int) integer.getAsLong())
                : OptionalInt.empty();
    }

    /** Reads an integer, also from a text or from a number with a fraction of zero. */
    OptionalLong lenientInteger() {
        if (isString() && INTEGER.matcher(parser.getString()).matches()) {
            return OptionalLong.of(Long.parseLong(parser.getString()));
        }
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            return integer();
        }
        double number = parser.getDoubleValue();
        return number == Math.rint(number) && Math.abs(number) < EXACT
                ? OptionalLong.of((long) number)
                : OptionalLong.empty();
    }

    /**
     * Returns the text of the value, to be read later, and moves to its end.
     *
     * @param inPassing reads the value of an object already
     */
    Slice slice(Runnable inPassing) {
        long from = parser.currentTokenLocation().getByteOffset();
        if (from < 0 || !isObject()) {
            // Offsets count bytes in UTF-8 alone.
            byte[] copy = json().getBytes(StandardCharsets.US_ASCII);
            return new Slice(copy, 0, copy.length);
        }
        inPassing.run();
        skip();
        return new Slice(json, (int) from, (int) parser.currentLocation().getByteOffset());
    }

    /** Returns true if nothing follows the value. */
    boolean isAtEnd() {
        return parser.nextToken() == null;
    }

    @Override
    public void close() {
        parser.close();
    }

    /** The text of one value inside a longer one. */
    static final class Slice {
        static final Slice NULL = new Slice("null".getBytes(StandardCharsets.US_ASCII), 0, 4);

        private final byte[] json;
        private final int from;
        private final int to;

        private Slice(byte[] json, int from, int to) {
            this.json = json;
            this.from = from;
            this.to = to;
        }
    }
}
