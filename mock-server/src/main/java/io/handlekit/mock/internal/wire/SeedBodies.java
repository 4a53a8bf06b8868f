package io.handlekit.mock.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The customers in the JSON of a seed: bodies of creates, or customers as the service replied them. It may be one of
 * them, an array, a page of a list, or a whole reply with its envelope; an array may contain whole replies too.
 */
public final class SeedBodies {
    private static final String NAME = "name";

    private final List<Element> elements = new ArrayList<>();

    private SeedBodies() {}

    /**
     * Finds the customers.
     *
     * @throws BadRequest if it is not such JSON, or an envelope in it is that of an error
     */
    public static List<Element> read(byte[] json) {
        SeedBodies found = new SeedBodies();
        JsonNode root = Body.json(json);
        if (root.isArray()) {
            found.addAll("", root, false);
        } else if (root.isObject()) {
            found.add("", root, false);
        } else {
            throw Body.wrongType("body", "an array or an object");
        }
        return found.elements;
    }

    private void addAll(String path, JsonNode array, boolean isReply) {
        for (int index = 0; index < array.size(); index++) {
            add(path + "[" + index + "]", array.get(index), isReply);
        }
    }

    private void add(String path, JsonNode node, boolean isReply) {
        if (!node.isObject()) {
            throw Body.wrongType(path, "an object");
        }
        if (hasAny(node, "code", "data")) {
            addEnvelope(path, node);
        } else if (hasAny(node, "results", "total")) {
            addPage(path, node);
        } else {
            elements.add(new Element(path, Body.at(path, node), isReply || node.has("id")));
        }
    }

    /** Returns true if the node has one of these members, and is not a customer with such a member by mistake. */
    private static boolean hasAny(JsonNode node, String... members) {
        return !node.has(NAME) && Stream.of(members).anyMatch(node::has);
    }

    private void addEnvelope(String path, JsonNode envelope) {
        if (envelope.path("code").asInt(0) != 0) {
            throw new BadRequest(
                    BadRequest.Kind.REFUSED, join(path, "code") + ": the reply of a success, with code 0, is expected");
        }
        add(join(path, "data"), envelope.path("data"), true);
    }

    private void addPage(String path, JsonNode page) {
        JsonNode results = page.path("results");
        if (!results.isArray() && !results.isMissingNode()) {
            throw Body.wrongType(join(path, "results"), "an array");
        }
        addAll(join(path, "results"), results, true);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /**
     * One customer.
     *
     * @param path its path, such as {@code [3]} or {@code data.results[3]}; empty for the whole
     * @param body its JSON
     * @param isReply whether it is from a reply of the service, which may have members that no create has
     */
    public record Element(String path, Body body, boolean isReply) {
        /** Shows the path only. */
        @Override
        public String toString() {
            return "Element[" + path + "]";
        }
    }
}
