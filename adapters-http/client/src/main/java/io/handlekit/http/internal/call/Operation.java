package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.http.CallEvent;
import io.handlekit.http.internal.codec.PercentEncoding;
import io.handlekit.http.internal.codec.QueryString;
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
public record Operation(
        CallEvent.Operation kind, String path, Optional<JsonNode> body, Optional<CustomerHandle> handle) {
    public static Operation login(JsonNode body) {
        return new Operation(CallEvent.Operation.LOGIN, "/auth/login", Optional.of(body), Optional.empty());
    }

    public static Operation create(JsonNode body) {
        return new Operation(CallEvent.Operation.CREATE, "/customers", Optional.of(body), Optional.empty());
    }

    public static Operation update(CustomerHandle handle, JsonNode body) {
        return new Operation(CallEvent.Operation.UPDATE, customer(handle), Optional.of(body), Optional.of(handle));
    }

    public static Operation get(CustomerHandle handle) {
        String path = customer(handle) + "?with_additional_data=true";
        return new Operation(CallEvent.Operation.GET, path, Optional.empty(), Optional.of(handle));
    }

    public static Operation list(CustomerQuery query) {
        String path = "/customers?" + QueryString.of(query);
        return new Operation(CallEvent.Operation.LIST, path, Optional.empty(), Optional.empty());
    }

    public static Operation delete(CustomerHandle handle) {
        return new Operation(CallEvent.Operation.DELETE, customer(handle), Optional.empty(), Optional.of(handle));
    }

    public boolean writes() {
        return kind.writes();
    }

    boolean reads() {
        return kind == CallEvent.Operation.GET || kind == CallEvent.Operation.LIST;
    }

    boolean isLogin() {
        return kind == CallEvent.Operation.LOGIN;
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
