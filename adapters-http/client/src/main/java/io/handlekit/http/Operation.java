package io.handlekit.http;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request to the service, but for its token.
 *
 * @param kind what is asked
 * @param path the path below the base URL, escaped already
 * @param body the body, if it has one
 * @param handle the customer that the path names, if it names one
 */
record Operation(Attempt.Operation kind, String path, Optional<JsonNode> body, Optional<CustomerHandle> handle) {
    static Operation login(JsonNode body) {
        return new Operation(Attempt.Operation.LOGIN, "/auth/login", Optional.of(body), Optional.empty());
    }

    static Operation create(JsonNode body) {
        return new Operation(Attempt.Operation.CREATE, "/customers", Optional.of(body), Optional.empty());
    }

    static Operation update(CustomerHandle handle, JsonNode body) {
        return new Operation(Attempt.Operation.UPDATE, customer(handle), Optional.of(body), Optional.of(handle));
    }

    static Operation get(CustomerHandle handle) {
        String path = customer(handle) + "?with_additional_data=true";
        return new Operation(Attempt.Operation.GET, path, Optional.empty(), Optional.of(handle));
    }

    static Operation list(CustomerQuery query) {
        String path = "/customers?" + QueryString.of(query);
        return new Operation(Attempt.Operation.LIST, path, Optional.empty(), Optional.empty());
    }

    static Operation delete(CustomerHandle handle) {
        return new Operation(Attempt.Operation.DELETE, customer(handle), Optional.empty(), Optional.of(handle));
    }

    boolean writes() {
        return kind.writes();
    }

    boolean reads() {
        return kind == Attempt.Operation.GET || kind == Attempt.Operation.LIST;
    }

    boolean isLogin() {
        return kind == Attempt.Operation.LOGIN;
    }

    private static String customer(CustomerHandle handle) {
        return "/customers/" + PercentEncoding.pathSegment(handle.value());
    }

    /** Shows what is asked, and of nobody. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
