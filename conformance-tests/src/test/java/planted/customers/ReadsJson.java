package planted.customers;

import planted.customers.validation.LooksBack;
import tools.jackson.databind.JsonNode;

/** Breaks: core uses the JDK alone; a public signature has no type of Jackson; public classes are closed; no cycles. */
public class ReadsJson {
    public JsonNode json(LooksBack other) {
        return other.json(this);
    }
}
