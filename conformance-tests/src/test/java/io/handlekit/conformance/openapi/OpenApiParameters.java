package io.handlekit.conformance.openapi;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** The path and query parameters of an operation. */
final class OpenApiParameters {
    private final OpenApiSchemas schemas;
    private final Map<String, JsonPointer> inPath = new LinkedHashMap<>();
    private final Map<String, JsonPointer> inQuery = new LinkedHashMap<>();
    private final OpenApiOperation operation;

    OpenApiParameters(OpenApiSchemas schemas, OpenApiOperation operation) {
        this.schemas = schemas;
        this.operation = operation;
        collect(operation.path().appendProperty("parameters"));
        collect(operation.at("parameters"));
    }

    private void collect(JsonPointer list) {
        for (int i = 0; i < schemas.document().at(list).size(); i++) {
            JsonPointer place = schemas.resolve(list.appendIndex(i));
            JsonNode parameter = schemas.document().at(place);
            boolean isInPath = parameter.path("in").stringValue().equals("path");
            (isInPath ? inPath : inQuery).put(parameter.path("name").stringValue(), place);
        }
    }

    /** Returns the examples of the parameters, those in the path first. */
    Map<String, JsonNode> examples() {
        Map<String, JsonNode> examples = new LinkedHashMap<>();
        Stream.of(inPath, inQuery)
                .forEach(parameters -> parameters.forEach((name, place) -> {
                    JsonNode example = schemas.document().at(place).path("example");
                    if (!example.isMissingNode()) {
                        examples.put(name, example);
                    }
                }));
        return examples;
    }

    List<String> violations(URI uri) {
        List<String> violations = new ArrayList<>();
        operation
                .variables(uri)
                .forEach((name, value) -> check("path " + name, inPath.get(name), List.of(value), violations));
        Map<String, List<String>> query = query(uri);
        query.forEach((name, values) -> check("query " + name, inQuery.get(name), values, violations));
        for (String name : required()) {
            if (!query.containsKey(name)) {
                violations.add("query " + name + ": missing, but required");
            }
        }
        return violations;
    }

    private void check(String name, JsonPointer place, List<String> values, List<String> violations) {
        if (place == null) {
            violations.add(name + ": no such parameter");
            return;
        }
        JsonPointer schema = schemas.resolve(place.appendProperty("schema"));
        JsonNode value = value(schemas.document().at(schema), values);
        schemas.violations(schema, value).forEach(violation -> violations.add(name + violation));
    }

    private Set<String> required() {
        return inQuery.entrySet().stream()
                .filter(parameter -> schemas.document()
                        .at(parameter.getValue())
                        .path("required")
                        .asBoolean(false))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, List<String>> query(URI uri) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : raw.split("&", -1)) {
            String[] parts = (pair + "=").split("=", 3);
            if (!parts[0].isEmpty()) {
                query.computeIfAbsent(unescape(parts[0]), name -> new ArrayList<>())
                        .add(unescape(parts[1]));
            }
        }
        return query;
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns an array if one is described, or if a parameter is repeated. */
    private static JsonNode value(JsonNode schema, List<String> values) {
        boolean array = schema.path("type").asString("").equals("array");
        if (!array && values.size() == 1) {
            return scalar(schema.path("type"), values.get(0));
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> list.add(scalar(schema.path("items").path("type"), value)));
        return list;
    }

    private static JsonNode scalar(JsonNode type, String text) {
        String types = type.toString();
        if (types.contains("integer") && text.matches("-?[0-9]{1,18}")) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        if (types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return StringNode.valueOf(text);
    }
}
