package io.handlekit.mock.internal.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A path in JSON: {@code $.tags[0].value}, {@code $['a name with spaces']} or {@code $["it's"]}. It supports the singular
 * queries of RFC 9535, without negative indices, blanks or escapes: a backslash in a quoted name is a backslash. It is not
 * a JSON Pointer, because that cannot tell an index from a name of digits.
 */
public final class JsonPath {
    private static final String NAME = "[A-Za-z_\\x{80}-\\x{10FFFF}][A-Za-z0-9_\\x{80}-\\x{10FFFF}]*";
    private static final Pattern STEP =
            Pattern.compile("\\.(" + NAME + ")|\\['([^']*)'\\]|\\[\"([^\"]*)\"\\]|\\[([0-9]{1,9})\\]");

    private final String text;
    private final List<UnaryOperator<JsonNode>> steps;

    private JsonPath(String text, List<UnaryOperator<JsonNode>> steps) {
        this.text = text;
        this.steps = steps;
    }

    /**
     * Parses a path.
     *
     * @throws IllegalArgumentException if the text is not a path
     */
    public static JsonPath parse(String text) {
        List<UnaryOperator<JsonNode>> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = text.startsWith("$") ? 1 : 0;
        while (step.find() && step.start() == at) {
            steps.add(step(step));
            at = step.end();
        }
        if (at != text.length() || !text.startsWith("$")) {
            throw new IllegalArgumentException(
                    QuotedName.shown(text) + ": a path such as $.name.first_name or $.tags[0].value is expected");
        }
        return new JsonPath(text, List.copyOf(steps));
    }

    private static UnaryOperator<JsonNode> step(Matcher step) {
        if (step.group(4) != null) {
            int index = Integer.parseInt(step.group(4));
            return node -> node.path(index);
        }
        String name = step.group(1) != null ? step.group(1) : step.group(2) != null ? step.group(2) : step.group(3);
        return node -> node.path(name);
    }

    /** Returns the value at this path; a missing node if there is none. */
    public JsonNode in(JsonNode root) {
        JsonNode node = root;
        for (UnaryOperator<JsonNode> step : steps) {
            node = step.apply(node);
        }
        return node;
    }

    @Override
    public String toString() {
        return text;
    }
}
