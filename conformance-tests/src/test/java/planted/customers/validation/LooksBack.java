package planted.customers.validation;

import planted.customers.ReadsJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Breaks, with {@link ReadsJson}: packages have no cycles. */
public final class LooksBack {
    public JsonNode json(ReadsJson other) {
        return JsonNodeFactory.instance.stringNode(other.toString());
    }
}
