package io.handlekit.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object in a request, and where it stands. A member that is missing or {@code null} was not given; one of
 * another type than asked for is a {@link WireFault}.
 */
final class Body {
    private final String path;
    private final JsonNode node;

    private Body(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject() && !isAbsent(node)) {
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
        return new Body("", node);
    }

    boolean has(String name) {
        return !isAbsent(node.path(name));
    }

    Body object(String name) {
        return new Body(at(name), node.path(name));
    }

    /** The text; empty if it was not given. */
    String text(String name) {
        return text(name, node.path(name));
    }

    private String text(String name, JsonNode value) {
        if (isAbsent(value)) {
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
            list.add(make.apply(new Body(at(name) + "[" + list.size() + "]", element)));
        }
        return list;
    }

    /** Hands over the texts of all members but one that were given and are not empty. */
    void texts(String but, BiConsumer<String, String> use) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            String text = name.equals(but) ? "" : text(name, member.getValue());
            if (!text.isEmpty()) {
                use.accept(name, text);
            }
        }
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static WireFault malformed() {
        return new WireFault(WireFault.Kind.MALFORMED_JSON, "the body is not JSON");
    }

    private static WireFault wrongType(String what, String expected) {
        return new WireFault(WireFault.Kind.WRONG_TYPE, what + ": " + expected + " is expected");
    }
}
