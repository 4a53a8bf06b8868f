package io.handlekit.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object in a request, and where it stands. A member that is missing or {@code null} was not given; one of
 * another type than asked for is a {@link WireFault}.
 */
final class Body {
    private final String path;
    private final JsonNode node;
    private final boolean emptyIsAbsent;

    private Body(String path, JsonNode node, boolean emptyIsAbsent) {
        this.path = path;
        this.node = node;
        this.emptyIsAbsent = emptyIsAbsent;
        if (!node.isObject() && !isNothing(node)) {
            throw wrongType(path.isEmpty() ? "the body" : path, "an object");
        }
    }

    static Body parse(byte[] bytes) {
        JsonNode node;
        try {
            node = Json.read(bytes);
        } catch (JacksonException notJson) {
            throw malformed();
        }
        if (!node.isObject()) {
            throw node.isMissingNode() ? malformed() : wrongType("the body", "an object");
        }
        return new Body("", node, false);
    }

    /** The same, where an empty text, array or object is as good as none. */
    Body emptyIsAbsent() {
        return new Body(path, node, true);
    }

    boolean has(String name) {
        return !isAbsent(node.path(name));
    }

    Body object(String name) {
        return new Body(at(name), node.path(name), emptyIsAbsent);
    }

    /** The text; empty if it was not given. */
    String text(String name) {
        return text(name, "");
    }

    /** The text, or another one if it was not given. */
    String text(String name, String otherwise) {
        return isAbsent(node.path(name)) ? otherwise : text(name, node.path(name));
    }

    private String text(String name, JsonNode value) {
        if (isNothing(value)) {
            return "";
        }
        if (!value.isString()) {
            throw wrongType(at(name), "a string");
        }
        return WellFormed.text(value.stringValue());
    }

    /** What is made of each object in an array; nothing if it was not given. */
    <T> List<T> list(String name, Function<Body, T> make) {
        JsonNode array = node.path(name);
        if (isAbsent(array)) {
            return List.of();
        }
        if (!array.isArray()) {
            throw wrongType(at(name), "an array");
        }
        List<T> list = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            list.add(make.apply(new Body(at(name) + "[" + list.size() + "]", element, emptyIsAbsent)));
        }
        return list;
    }

    /** Hands over the texts of all members but one that were given. */
    void texts(String but, BiConsumer<String, String> use) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (!name.equals(but) && !isAbsent(member.getValue())) {
                use.accept(name, text(name, member.getValue()));
            }
        }
    }

    /** Notes the members that are not among these. */
    Body knowing(Set<String> names, @Nullable Ignored ignored) {
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

    private boolean isAbsent(JsonNode value) {
        return isNothing(value) || (emptyIsAbsent && isEmpty(value));
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isString()
                ? value.stringValue().isEmpty()
                : value.isContainer() && value.valueStream().allMatch(leaf -> isNothing(leaf) || isEmpty(leaf));
    }

    private static WireFault malformed() {
        return new WireFault(WireFault.Kind.MALFORMED_JSON, "the body is not JSON");
    }

    private static WireFault wrongType(String what, String expected) {
        return new WireFault(WireFault.Kind.WRONG_TYPE, what + ": " + expected + " is expected");
    }
}
