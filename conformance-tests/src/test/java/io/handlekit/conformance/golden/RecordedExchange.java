package io.handlekit.conformance.golden;

import io.handlekit.http.transport.HttpReply;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An exchange with the sandbox, API version v1, that a third party recorded. {@code golden/recorded-v1.json} names the
 * source.
 *
 * @param method the method of the request
 * @param path the path below the base URL
 * @param body the JSON of the request; a missing node if it had none
 * @param status the HTTP status of the reply
 * @param reply the JSON of the reply
 */
record RecordedExchange(String method, String path, JsonNode body, int status, JsonNode reply) {
    private static final Pattern CUSTOMERS = Pattern.compile("/auth/login|/customers(/.*)?");

    /** Returns all exchanges in the recorded order. */
    static List<RecordedExchange> all() {
        return Goldens.tree("recorded-v1.json")
                .path("exchanges")
                .valueStream()
                .map(node -> new RecordedExchange(
                        node.path("method").stringValue(),
                        node.path("path").stringValue(),
                        node.path("body"),
                        node.path("status").intValue(),
                        node.path("response")))
                .toList();
    }

    /** Returns true if this is a login or a call on customers, and so one that the mock serves. */
    boolean isServedByTheMock() {
        return CUSTOMERS.matcher(path).matches();
    }

    boolean isLogin() {
        return path.equals("/auth/login");
    }

    /** Returns the reply as the client receives it. */
    HttpReply httpReply() {
        return new HttpReply(status, "application/json", Goldens.bytes(reply));
    }

    @Override
    public String toString() {
        return method + " " + path + " HTTP " + status;
    }
}
