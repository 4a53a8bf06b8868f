package io.handlekit.mock.internal.wire;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.QuotedName;
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
 * A JSON object in a request, and where it stands. A member that is missing or {@code null} was not given; one of
 * another type than asked for is a {@link BadRequest}.
 */
public final class Body {
    private final String path;
    private final JsonNode node;
    private final Leaves leaves;

    private Body(String path, JsonNode node, Leaves leaves) {
        this.path = path;
        this.node = node;
        this.leaves = leaves;
        if (!node.isObject() && !isNothing(node)) {
            throw wrongType(path.isEmpty() ? "body" : path, "an object");
        }
    }

    public static Body parse(byte[] bytes) {
        JsonNode node = json(bytes);
        if (!node.isObject()) {
            throw wrongType("body", "an object");
        }
        return new Body("", node, Leaves.OF_A_CREATE);
    }

    /** The objects of an array, each at its index: {@code [3]}. */
    public static List<Body> parseAll(byte[] bytes) {
        JsonNode array = json(bytes);
        if (!array.isArray()) {
            throw wrongType("body", "an array");
        }
        List<Body> all = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            all.add(new Body("[" + all.size() + "]", element, Leaves.OF_A_CREATE));
        }
        return all;
    }

    /**
     * Reads any JSON.
     *
     * @throws BadRequest if it is none
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

    /** The same as an update reads it. */
    public Body ofAnUpdate(Behaviour behaviour) {
        return new Body(
                path, node, new Leaves(behaviour.is(Switch.PutSections.MERGE), behaviour.is(Switch.EmptyValues.KEEP)));
    }

    /** The same, where what is missing in an object is as it was. */
    Body completing() {
        return new Body(path, node, new Leaves(true, leaves.emptyKeeps()));
    }

    /** Whether a text was given, and is there to be set. */
    public boolean hasText(String name) {
        return given(name) && !(text(name, node.path(name)).isEmpty() && leaves.emptyKeeps());
    }

    /** Whether an object was given, and is there to be set: one of nothing but empty members is as good as empty. */
    boolean hasObject(String name) {
        return given(name) && !(isEmpty(object(name).node) && leaves.emptyKeeps());
    }

    /** Whether an array was given, and is there to be set. */
    boolean hasList(String name) {
        return given(name) && !(array(name).isEmpty() && leaves.emptyKeeps());
    }

    private boolean given(String name) {
        return !isNothing(node.path(name));
    }

    public Body object(String name) {
        return new Body(at(name), node.path(name), leaves);
    }

    /** The text; empty if it was not given. */
    public String text(String name) {
        return text(name, "");
    }

    /** The text, or the old one if it was not given, or is empty, and that keeps what was there. */
    public String text(String name, String old) {
        if (!given(name)) {
            return leaves.missingKeeps() ? old : "";
        }
        String text = text(name, node.path(name));
        return text.isEmpty() && leaves.emptyKeeps() ? old : text;
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

    /** The texts of all members but one, over those of old. */
    Map<String, String> texts(String but, Map<String, String> old) {
        Map<String, String> texts = new LinkedHashMap<>(leaves.missingKeeps() ? old : Map.of());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (!name.equals(but) && !isNothing(member.getValue())) {
                texts.put(name, text(name, old.getOrDefault(name, "")));
            }
        }
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    /** What is made of each object in an array; nothing if it was not given. */
    <T> List<T> list(String name, Function<Body, T> make) {
        JsonNode array = array(name);
        List<T> list = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            list.add(make.apply(new Body(at(name) + "[" + list.size() + "]", element, Leaves.OF_A_CREATE)));
        }
        return list;
    }

    /** The same, or the list of old if the array was not given, or is empty, and that keeps what was there. */
    <T> List<T> list(String name, Function<Body, T> make, List<T> old) {
        boolean keeps = given(name) ? array(name).isEmpty() && leaves.emptyKeeps() : leaves.missingKeeps();
        return keeps ? old : list(name, make);
    }

    /** The members of an object as they are, by their names. */
    public Map<String, JsonNode> members() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /** A whole number, not negative; nothing if it was not given. */
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

    private JsonNode array(String name) {
        JsonNode array = node.path(name);
        if (!array.isArray() && !isNothing(array)) {
            throw wrongType(at(name), "an array");
        }
        return array;
    }

    /** Notes the members that are not among these. */
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

    private static BadRequest wrongType(String what, String expected) {
        return new BadRequest(BadRequest.Kind.WRONG_TYPE, QuotedName.shown(what) + ": " + expected + " is expected");
    }

    /**
     * What the leaves of an object do that are not there.
     *
     * @param missingKeeps whether one that is missing keeps what was there
     * @param emptyKeeps whether one that is empty does
     */
    private record Leaves(boolean missingKeeps, boolean emptyKeeps) {
        private static final Leaves OF_A_CREATE = new Leaves(false, false);
    }
}
