package planted.customers;

import planted.customers.validation.LooksBack;
import tools.jackson.databind.JsonNode;

/** Breaks: core uses the JDK alone; Jackson is in no public signature; public classes are closed; no cycles. */
public class ReadsJson {
    public JsonNode json(LooksBack other) {
        return other.json(this);
    }
}
