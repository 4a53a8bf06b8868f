package io.handlekit.mock;

import io.handlekit.customers.CustomerHandle;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A reply in the envelope of the service: HTTP 200 for a success, HTTP 500 for a business error. */
final class Answer {
    private static final Answer DONE = success(data -> data.writeBooleanProperty("success", true));

    private final int httpStatus;
    private final byte[] body;

    private Answer(int httpStatus, byte[] body) {
        this.httpStatus = httpStatus;
        this.body = body;
    }

    static Answer done() {
        return DONE;
    }

    /** By hand, since a handle that the mock issued has nothing to escape and this is its busiest answer. */
    static Answer handle(CustomerHandle handle) {
        String envelope = "{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"" + handle.value() + "\"}}";
        return new Answer(200, envelope.getBytes(StandardCharsets.US_ASCII));
    }

    static Answer token(String token, long resellerId) {
        return success(data -> {
            data.writeStringProperty("token", token);
            data.writeNumberProperty("reseller_id", resellerId);
        });
    }

    /** A success with an object that the writer writes as a whole. */
    static Answer object(Consumer<JsonGenerator> object) {
        return new Answer(200, Json.write(out -> {
            out.writeStartObject();
            out.writeNumberProperty("code", 0);
            out.writeStringProperty("desc", "");
            out.writeName("data");
            object.accept(out);
            out.writeEndObject();
        }));
    }

    private static Answer success(Consumer<JsonGenerator> members) {
        return object(out -> {
            out.writeStartObject();
            members.accept(out);
            out.writeEndObject();
        });
    }

    static Answer refusal(Refusal refusal) {
        return error(500, refusal.code(), refusal.desc());
    }

    static Answer fault(WireFault fault) {
        return error(fault.kind().httpStatus(), fault.kind().code(), String.valueOf(fault.getMessage()));
    }

    private static Answer error(int httpStatus, int code, String desc) {
        return new Answer(httpStatus, Json.write(out -> {
            out.writeStartObject();
            out.writeStringProperty("desc", desc);
            out.writeNumberProperty("code", code);
            out.writeEndObject();
        }));
    }

    int httpStatus() {
        return httpStatus;
    }

    byte[] body() {
        return body;
    }
}
