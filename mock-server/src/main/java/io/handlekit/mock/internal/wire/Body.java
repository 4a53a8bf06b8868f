package io.handlekit.mock.internal.wire;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object in a request, with its path. A member that is missing or {@code null} counts as not given; reading a
 * member of another type throws a {@link BadRequest}.
 */
public final class Body {
    private final String path;
    private final JsonNode node;
    private final AbsentMembers absent;

    private Body(String path, JsonNode node, AbsentMembers absent) {
        this.path = path;
        this.node = node;
        this.absent = absent;
        if (!node.isObject() && !isNothing(node)) {
            throw wrongType(path.isEmpty() ? "body" : path, "an object");
        }
    }

    /**
     * Parses an object.
     *
     * @throws BadRequest if it is not a JSON object
     */
    public static Body parse(byte[] bytes) {
        JsonNode node = json(bytes);
        if (!node.isObject()) {
            throw wrongType("body", "an object");
        }
        return new Body("", node, AbsentMembers.OF_A_CREATE);
    }

    /** Returns an object at a path. */
    static Body at(String path, JsonNode node) {
        return new Body(path, node, AbsentMembers.OF_A_CREATE);
    }

    /**
     * Parses any JSON.
     *
     * @throws BadRequest if it is not JSON
     */
    public static JsonNode json(byte[] bytes) {
        JsonNode node;
        try {
            node = Json.read(bytes);
        } catch (JacksonException notJson) {
            throw malformed();
        }
        if (node.isMissingNode()) {
            throw malformed();
        }
        return node;
    }

    /** Returns this object as an update reads it: switches decide whether missing or empty members keep old values. */
    public Body ofAnUpdate(Behaviour behaviour) {
        return new Body(
                path,
                node,
                new AbsentMembers(behaviour.is(Switch.PutSections.MERGE), behaviour.is(Switch.EmptyValues.KEEP)));
    }

    /** Returns this object with missing members keeping the old values. */
    Body completing() {
        return new Body(path, node, new AbsentMembers(true, absent.emptyKeeps()));
    }

    /** Returns true if all of these members were given, and nothing in them can keep an old value. */
    boolean replacesAll(Set<String> names) {
        return !absent.missingKeeps() && !absent.emptyKeeps() && names.stream().allMatch(this::given);
    }

    /** Returns true if a text was given and sets a value: an empty text may keep the old one. */
    public boolean hasText(String name) {
        return given(name) && !(text(name, node.path(name)).isEmpty() && absent.emptyKeeps());
    }

    /** Returns true if an object was given and sets a value; an object with only empty members counts as empty. */
    boolean hasObject(String name) {
        return given(name) && !(isEmpty(object(name).node) && absent.emptyKeeps());
    }

    /** Returns true if an array was given and sets a value. */
    boolean hasList(String name) {
        return given(name) && !(array(name).isEmpty() && absent.emptyKeeps());
    }

    private boolean given(String name) {
        return !isNothing(node.path(name));
    }

    /** Returns an object; one without members if it was not given. */
    public Body object(String name) {
        return new Body(at(name), node.path(name), absent);
    }

    /** Returns a text; empty if it was not given. */
    public String text(String name) {
        return text(name, "");
    }

    /** Returns a text, or the old one if the text is missing or empty and keeps the old value. */
    public String text(String name, String old) {
        if (!given(name)) {
            return absent.missingKeeps() ? old : "";
        }
        String text = text(name, node.path(name));
        return text.isEmpty() && absent.emptyKeeps() ? old : text;
    }

    private String text(String name, JsonNode value) {
        if (isNothing(value)) {
            return "";
        }
        if (!value.isString()) {
            throw wrongType(at(name), "a string");
        }
        return SafeText.text(value.stringValue());
    }

    /** Returns the texts of all members except one, merged with the old ones if missing members keep them. */
    Map<String, String> texts(String but, Map<String, String> old) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (absent.missingKeeps()) {
            old.forEach((name, text) -> putText(texts, name, text));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (!name.equals(but) && !isNothing(member.getValue())) {
                String text = text(name, member.getValue());
                putText(texts, name, text.isEmpty() && absent.emptyKeeps() ? old.getOrDefault(name, "") : text);
            }
        }
        return texts;
    }

    private static void putText(Map<String, String> texts, String name, String text) {
        if (text.isEmpty()) {
            texts.remove(name);
        } else {
            texts.put(name, text);
        }
    }

    /** Returns what is made of each object in an array; an empty list if it was not given. */
    <T> List<T> list(String name, Function<Body, T> make) {
        JsonNode array = array(name);
        List<T> list = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            list.add(make.apply(new Body(at(name) + "[" + list.size() + "]", element, AbsentMembers.OF_A_CREATE)));
        }
        return list;
    }

    /** Returns the same, or the old list if the array is missing or empty and keeps the old value. */
    <T> List<T> list(String name, Function<Body, T> make, List<T> old) {
        boolean keeps = given(name) ? array(name).isEmpty() && absent.emptyKeeps() : absent.missingKeeps();
        return keeps ? old : list(name, make);
    }

    /** Returns the members as they are, by name. */
    public Map<String, JsonNode> members() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /** Returns a whole number that is not negative; empty if it was not given. */
    public OptionalInt number(String name) {
        JsonNode value = node.path(name);
        if (isNothing(value)) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
            throw wrongType(at(name), "a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return OptionalInt.of(value.intValue());
    }

    /** Returns a flag; false if it was not given. */
    public boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isBoolean() && !isNothing(value)) {
            throw wrongType(at(name), "true or false");
        }
        return value.asBoolean(false);
    }

    private JsonNode array(String name) {
        JsonNode array = node.path(name);
        if (!array.isArray() && !isNothing(array)) {
            throw wrongType(at(name), "an array");
        }
        return array;
    }

    /** Records the members that are not among these as unknown. */
    public Body knowing(Set<String> names, @Nullable IgnoredMembers ignored) {
        if (ignored != null) {
            for (String name : node.propertyNames()) {
                if (!names.contains(name)) {
                    ignored.unknown(at(name));
                }
            }
        }
        return this;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isString()
                ? value.stringValue().isEmpty()
                : isNothing(value)
                        || (value.isContainer() && value.valueStream().allMatch(Body::isEmpty));
    }

    private static BadRequest malformed() {
        return new BadRequest(BadRequest.Kind.MALFORMED_JSON, "the body is not JSON");
    }

    static BadRequest wrongType(String what, String expected) {
        return BadRequest.at(BadRequest.Kind.WRONG_TYPE, what, expected + " is expected");
    }

    /**
     * The effect of missing and empty members.
     *
     * @param missingKeeps whether a missing member keeps the old value
     * @param emptyKeeps whether an empty member keeps the old value
     */
    private record AbsentMembers(boolean missingKeeps, boolean emptyKeeps) {
        private static final AbsentMembers OF_A_CREATE = new AbsentMembers(false, false);
    }
}
