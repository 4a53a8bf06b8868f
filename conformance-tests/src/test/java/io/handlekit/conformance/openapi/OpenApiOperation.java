package io.handlekit.conformance.openapi;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A method on a path of the document.
 *
 * @param method the method, in capitals
 * @param template the path, with its variables in braces
 * @param node the operation object
 * @param ofThePath the path item object
 */
public record OpenApiOperation(String method, String template, JsonNode node, JsonNode ofThePath) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Returns all operations, those on paths without variables first. */
    static List<OpenApiOperation> all(OpenApiSchemas schemas) {
        List<OpenApiOperation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : schemas.document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    String method = member.getKey().toUpperCase(Locale.ROOT);
                    all.add(new OpenApiOperation(method, path.getKey(), member.getValue(), path.getValue()));
                }
            }
        }
        all.sort(Comparator.comparing(operation -> operation.template.contains("{")));
        return all;
    }

    boolean serves(String method, URI uri) {
        return this.method.equals(method) && fits(uri.getRawPath().split("/", -1));
    }

    private boolean fits(String[] path) {
        String[] parts = template.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            if (path.length != parts.length || !(isVariable(parts[i]) || parts[i].equals(path[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the variables of the path with their values, unescaped. */
    Map<String, String> variables(URI uri) {
        String[] parts = template.split("/", -1);
        String[] path = uri.getRawPath().split("/", -1);
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (isVariable(parts[i])) {
                // URLDecoder reads a plus as a space; in a path it is a plus.
                String escaped = path[i].replace("+", "%2B");
                variables.put(
                        parts[i].substring(1, parts[i].length() - 1),
                        URLDecoder.decode(escaped, StandardCharsets.UTF_8));
            }
        }
        return variables;
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }

    JsonPointer path() {
        return JsonPointer.empty().appendProperty("paths").appendProperty(template);
    }

    /** Returns the place of a member of this operation. */
    JsonPointer at(String member) {
        return path().appendProperty(method.toLowerCase(Locale.ROOT)).appendProperty(member);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
