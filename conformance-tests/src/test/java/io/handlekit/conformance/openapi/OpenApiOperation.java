package io.handlekit.conformance.openapi;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A method on a path of the document.
 *
 * @param method the method, in capitals
 * @param template the path below one of the servers, with its variables in braces
 * @param node the operation object
 * @param ofThePath the path item object
 * @param servers the paths of the servers, empty for the root
 */
public record OpenApiOperation(
        String method, String template, JsonNode node, JsonNode ofThePath, List<String> servers) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Returns all operations in their order. */
    static List<OpenApiOperation> all(OpenApiSchemas schemas) {
        List<OpenApiOperation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : schemas.document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    String method = member.getKey().toUpperCase(Locale.ROOT);
                    all.add(new OpenApiOperation(
                            method,
                            path.getKey(),
                            member.getValue(),
                            path.getValue(),
                            servers(schemas, path.getValue())));
                }
            }
        }
        return all;
    }

    private static List<String> servers(OpenApiSchemas schemas, JsonNode ofThePath) {
        JsonNode servers = ofThePath.has("servers")
                ? ofThePath.path("servers")
                : schemas.document().path("servers");
        return servers.valueStream()
                .map(server -> server.path("url").stringValue().replaceAll("/$", ""))
                .toList();
    }

    /** Returns true for an operation of the service, and not of the mock itself. */
    public boolean isOfTheService() {
        return !ofThePath.has("servers");
    }

    boolean serves(String method, URI uri) {
        return this.method.equals(method) && below(uri).isPresent();
    }

    /** Returns the parts of the path below the server, if this operation serves it. */
    private Optional<String[]> below(URI uri) {
        return servers.stream()
                .filter(server -> uri.getRawPath().startsWith(server + "/"))
                .map(server -> uri.getRawPath().substring(server.length()).split("/", -1))
                .filter(this::fits)
                .findFirst();
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
        String[] path = below(uri).orElseThrow();
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
