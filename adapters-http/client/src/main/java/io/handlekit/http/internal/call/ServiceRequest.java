package io.handlekit.http.internal.call;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.http.internal.codec.PercentEncoding;
import io.handlekit.http.internal.codec.QueryString;
import io.handlekit.http.observer.Operation;
import java.util.Optional;

/**
 * One request to the service, without its token.
 *
 * @param operation the operation
 * @param path the path below the base URL, already escaped
 * @param body the body, if there is one
 * @param handle the handle in the path, if there is one
 */
public record ServiceRequest(Operation operation, String path, Optional<byte[]> body, Optional<CustomerHandle> handle) {
    public static ServiceRequest login(byte[] body) {
        return new ServiceRequest(Operation.LOGIN, "/auth/login", Optional.of(body), Optional.empty());
    }

    public static ServiceRequest create(byte[] body) {
        return new ServiceRequest(Operation.CREATE, "/customers", Optional.of(body), Optional.empty());
    }

    public static ServiceRequest update(CustomerHandle handle, byte[] body) {
        return new ServiceRequest(Operation.UPDATE, path(handle), Optional.of(body), Optional.of(handle));
    }

    public static ServiceRequest get(CustomerHandle handle) {
        String path = path(handle) + "?with_additional_data=true";
        return new ServiceRequest(Operation.GET, path, Optional.empty(), Optional.of(handle));
    }

    public static ServiceRequest list(CustomerQuery query) {
        String path = "/customers?" + QueryString.of(query);
        return new ServiceRequest(Operation.LIST, path, Optional.empty(), Optional.empty());
    }

    public static ServiceRequest delete(CustomerHandle handle) {
        return new ServiceRequest(Operation.DELETE, path(handle), Optional.empty(), Optional.of(handle));
    }

    boolean isWrite() {
        return operation.writes();
    }

    boolean isRead() {
        return !isWrite() && !isLogin();
    }

    boolean isLogin() {
        return operation == Operation.LOGIN;
    }

    private static String path(CustomerHandle handle) {
        return "/customers/" + PercentEncoding.pathSegment(handle.value());
    }

    /** Shows the operation, but neither handle nor body. */
    @Override
    public String toString() {
        return operation.toString();
    }
}
