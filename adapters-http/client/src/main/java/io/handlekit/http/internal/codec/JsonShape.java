package io.handlekit.http.internal.codec;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The structure of a JSON text without its values: the names of members, and the types and lengths of values, such as
 * <code>{name:{first_name:text(3)},tags:[]}</code>. Only a name in lower case with underscores is shown; a name of
 * another form is shown as its length, because a value could stand in its place.
 */
public final class JsonShape {
    private static final int MAX_CHARS = 4_000;
    private static final Pattern NAME = Pattern.compile("[a-z]{1,20}(_[a-z0-9]{1,20}){0,5}");

    /** The members of which not even the length is shown. */
    private static final Set<String> SECRETS = Set.of("password", "token");

    private final StringBuilder shape = new StringBuilder();

    private JsonShape() {}

    /** Returns the structure; a text that is not JSON is shown up to that point. */
    public static String of(byte[] json) {
        JsonShape shape = new JsonShape();
        try (JsonParser in = Json.parser(json, 0, json.length)) {
            return shape.read(in);
        } catch (RuntimeException | Error notJson) {
            return shape.shape + "(not JSON)";
        }
    }

    private String read(JsonParser in) {
        for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
            if (shape.length() > MAX_CHARS) {
                return shape + "…";
            }
            separate(token);
            shape.append(describe(in, token));
        }
        return shape.toString();
    }

    private void separate(JsonToken token) {
        boolean first = shape.isEmpty() || "{[:".indexOf(shape.charAt(shape.length() - 1)) >= 0;
        if (!first && !token.isStructEnd()) {
            shape.append(',');
        }
    }

    private static String describe(JsonParser in, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "{";
            case END_OBJECT -> "}";
            case START_ARRAY -> "[";
            case END_ARRAY -> "]";
            case PROPERTY_NAME -> name(in.currentName()) + ":";
            case VALUE_STRING -> "text" + length(in);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number" + length(in);
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "null";
        };
    }

    /** Returns the name of a member or parameter, or its length if it has another form than the service's names. */
    public static String name(String name) {
        return NAME.matcher(name).matches() ? name : "name(" + name.length() + ")";
    }

    private static String length(JsonParser in) {
        String name = in.currentName();
        return name != null && SECRETS.contains(name) ? "" : "(" + in.getStringLength() + ")";
    }
}
