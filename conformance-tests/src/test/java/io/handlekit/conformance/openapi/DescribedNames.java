package io.handlekit.conformance.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The names and types in an API description, such as {@code request.address.city} and {@code string}. Reads Swagger 2.0
 * and OpenAPI 3.1, so that the two can be compared.
 */
public final class DescribedNames {
    private static final Set<String> NESTS = Set.of("allOf", "anyOf", "oneOf");

    private final JsonNode document;
    private final Map<String, String> types = new TreeMap<>();

    private DescribedNames(JsonNode document) {
        this.document = document;
    }

    /** Returns the names and types of one operation; none if the document does not have it. */
    public static Map<String, String> of(JsonNode document, String method, String path) {
        DescribedNames names = new DescribedNames(document);
        JsonNode item = document.path("paths").path(path);
        JsonNode operation = item.path(method);
        if (!operation.isMissingNode()) {
            names.parameters(item.path("parameters"));
            names.parameters(operation.path("parameters"));
            names.add("request", json(operation.path("requestBody")));
            names.answers(operation.path("responses"));
        }
        return names.types;
    }

    /** Returns a line for each name that only one side has, and for each that has another type. */
    public static Set<String> differences(String operation, Map<String, String> ours, Map<String, String> theirs) {
        Set<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        return names.stream()
                .filter(name -> !ours.getOrDefault(name, "").equals(theirs.get(name)))
                .map(name -> difference(operation + " " + name, ours.get(name), theirs.get(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String difference(String name, String ours, String theirs) {
        if (ours == null || theirs == null) {
            return (ours == null ? "- " : "+ ") + name;
        }
        return "~ " + name + ": " + ours + ", not " + theirs;
    }

    private void parameters(JsonNode parameters) {
        for (JsonNode reference : parameters) {
            JsonNode parameter = resolve(reference);
            String in = parameter.path("in").stringValue();
            if (in.equals("body")) {
                add("request", parameter.path("schema"));
            } else {
                // Swagger 2.0 has the type of a parameter beside its name.
                JsonNode schema = parameter.has("schema") ? parameter.path("schema") : parameter;
                String name = in + "." + parameter.path("name").stringValue();
                add(name, schema);
                if (parameter.path("required").asBoolean(false)) {
                    types.computeIfPresent(name, (same, type) -> type + ", required");
                }
            }
        }
    }

    private void answers(JsonNode responses) {
        add("reply", answer(responses.path("200")));
        add("refusal", answer(responses.has("default") ? responses.path("default") : responses.path("500")));
    }

    private JsonNode answer(JsonNode reference) {
        JsonNode response = resolve(reference);
        return response.has("schema") ? response.path("schema") : json(response);
    }

    private static JsonNode json(JsonNode body) {
        return body.path("content").path("application/json").path("schema");
    }

    private void add(String name, JsonNode schema) {
        List<JsonNode> parts = new ArrayList<>();
        collect(schema, parts);
        for (JsonNode part : parts) {
            if (part.has("type") || part.has("properties")) {
                types.putIfAbsent(name, type(part.path("type")));
            }
            part.path("properties")
                    .properties()
                    .forEach(member -> add(name + "." + member.getKey(), member.getValue()));
            if (part.has("items")) {
                add(name + "[]", part.path("items"));
            }
        }
    }

    /** Collects the parts that a schema refers to first: members beside them only narrow them down. */
    private void collect(JsonNode schema, List<JsonNode> parts) {
        if (schema.has("$ref")) {
            collect(resolve(schema), parts);
        }
        NESTS.forEach(nest -> schema.path(nest).forEach(part -> collect(part, parts)));
        parts.add(schema);
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(OpenApiSchemas.fragment(reference.stringValue())) : node;
    }

    private static String type(JsonNode type) {
        if (type.isArray()) {
            return type.valueStream().map(JsonNode::stringValue).collect(Collectors.joining(" or "));
        }
        return type.asString("object");
    }
}
