package io.handlekit.http;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request to the service, but for its token.
 *
 * @param method the HTTP method
 * @param path the path below the base URL, escaped already
 * @param body the body, if it has one
 * @param handle the customer that the path names, if it names one
 * @param kind what it is for
 */
record Operation(String method, String path, Optional<JsonNode> body, Optional<CustomerHandle> handle, Kind kind) {
    enum Kind {
        LOGIN,
        READ,
        WRITE
    }

    static Operation login(JsonNode body) {
        return new Operation("POST", "/auth/login", Optional.of(body), Optional.empty(), Kind.LOGIN);
    }

    static Operation create(JsonNode body) {
        return new Operation("POST", "/customers", Optional.of(body), Optional.empty(), Kind.WRITE);
    }

    static Operation update(CustomerHandle handle, JsonNode body) {
        return new Operation("PUT", customer(handle), Optional.of(body), Optional.of(handle), Kind.WRITE);
    }

    static Operation get(CustomerHandle handle) {
        String path = customer(handle) + "?with_additional_data=true";
        return new Operation("GET", path, Optional.empty(), Optional.of(handle), Kind.READ);
    }

    static Operation list(CustomerQuery query) {
        String path = "/customers?" + QueryString.of(query);
        return new Operation("GET", path, Optional.empty(), Optional.empty(), Kind.READ);
    }

    static Operation delete(CustomerHandle handle) {
        return new Operation("DELETE", customer(handle), Optional.empty(), Optional.of(handle), Kind.WRITE);
    }

    boolean writes() {
        return kind == Kind.WRITE;
    }

    boolean isLogin() {
        return kind == Kind.LOGIN;
    }

    private static String customer(CustomerHandle handle) {
        return "/customers/" + PercentEncoding.pathSegment(handle.value());
    }

    @Override
    public String toString() {
        return kind + "[" + method + "]";
    }
}
