package io.handlekit.conformance.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A JSON text as a list of lines, one for each value, in order: to compare members, order, types and values. */
final class JsonLines {
    /** Members whose values differ between services, and whose types do not. */
    private static final Set<String> OF_THE_SERVICE = Set.of("id", "handle", "token", "reseller_id");

    private final List<String> lines = new ArrayList<>();

    private JsonLines() {}

    /** Returns lines such as {@code data.name.first_name STRING "Test"}. */
    static List<String> of(JsonNode json) {
        JsonLines all = new JsonLines();
        all.add("", "", json);
        return all.lines;
    }

    private void add(String path, String name, JsonNode node) {
        if (node.isObject() || node.isArray()) {
            lines.add(path + " " + node.getNodeType());
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                add(
                        path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                        member.getKey(),
                        member.getValue());
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                add(path + "[" + i + "]", name, node.get(i));
            }
        } else {
            lines.add(path + " " + node.getNodeType() + (OF_THE_SERVICE.contains(name) ? "" : " " + node));
        }
    }
}
