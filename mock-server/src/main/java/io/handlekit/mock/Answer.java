package io.handlekit.mock;

import io.handlekit.customers.CustomerHandle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A reply in the envelope of the service: HTTP 200 for a success, HTTP 500 for a business error. */
final class Answer {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final int httpStatus;
    private final byte[] body;

    private Answer(int httpStatus, JsonNode envelope) {
        this.httpStatus = httpStatus;
        this.body = MAPPER.writeValueAsBytes(envelope);
    }

    static Answer handle(CustomerHandle handle) {
        return success(MAPPER.createObjectNode().put("handle", handle.value()));
    }

    static Answer done() {
        return success(MAPPER.createObjectNode().put("success", true));
    }

    static Answer success(ObjectNode data) {
        return new Answer(
                200, MAPPER.createObjectNode().put("code", 0).put("desc", "").set("data", data));
    }

    static Answer refusal(Refusal refusal) {
        return error(500, refusal.code(), refusal.desc());
    }

    static Answer fault(WireFault fault) {
        return error(fault.kind().httpStatus(), fault.kind().code(), String.valueOf(fault.getMessage()));
    }

    private static Answer error(int httpStatus, int code, String desc) {
        return new Answer(
                httpStatus, MAPPER.createObjectNode().put("desc", desc).put("code", code));
    }

    int httpStatus() {
        return httpStatus;
    }

    byte[] body() {
        return body;
    }
}
