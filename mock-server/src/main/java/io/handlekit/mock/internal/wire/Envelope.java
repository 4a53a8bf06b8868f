package io.handlekit.mock.internal.wire;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Finding;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.MemoryBudget;
import io.handlekit.mock.internal.base.VendorError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** The envelope around every answer of the service. Its members are the same in all versions, its statuses are not. */
public final class Envelope {
    private static final int OWN_WARNING = 900_200;

    private final ApiVersion version;
    private final Behaviour behaviour;
    private final Supplier<MemoryBudget.Lease> memory;
    private final boolean plain;

    /**
     * Creates the envelope of one call.
     *
     * @param memory supplies the memory of the call, for a large answer
     */
    public Envelope(Behaviour behaviour, ApiVersion version, Supplier<MemoryBudget.Lease> memory) {
        this.memory = memory;
        this.version = version;
        this.behaviour = behaviour;
        plain = behaviour.is(Switch.Maintenance.OFF) && behaviour.is(Switch.Warnings.NONE);
    }

    /** Answers an update or a deletion. */
    public Answer done() {
        return members(data -> data.writeBooleanProperty("success", true));
    }

    /**
     * Answers a create. It is the most frequent answer, so a plain envelope is written by hand: a handle that the mock
     * issued needs no escaping.
     */
    public Answer handle(CustomerHandle handle) {
        if (!plain) {
            return members(data -> data.writeStringProperty("handle", handle.value()));
        }
        String envelope = "{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"" + handle.value() + "\"}}";
        return Answer.success(envelope.getBytes(StandardCharsets.US_ASCII));
    }

    /** Answers a success whose data are an object with these members. */
    public Answer members(Consumer<JsonGenerator> members) {
        return data(out -> {
            out.writeStartObject();
            members.accept(out);
            out.writeEndObject();
        });
    }

    /** Answers a success whose data are a page of a list; a switch decides whether an empty one has results. */
    public <T> Answer page(List<T> results, int total, BiConsumer<JsonGenerator, T> writer) {
        return members(out -> {
            if (!results.isEmpty() || behaviour.is(Switch.EmptyList.PRESENT)) {
                out.writeArrayPropertyStart("results");
                results.forEach(result -> writer.accept(out, result));
                out.writeEndArray();
            }
            out.writeNumberProperty("total", total);
        });
    }

    /** Answers a success whose data the writer writes. */
    public Answer data(Consumer<JsonGenerator> data) {
        AnswerBody body = new AnswerBody(memory);
        Json.write(body, out -> {
            out.writeStartObject();
            out.writeNumberProperty("code", 0);
            out.writeStringProperty("desc", "");
            if (behaviour.is(Switch.Maintenance.ANNOUNCED)) {
                out.writeBooleanProperty("maintenance", true);
            }
            if (behaviour.is(Switch.Warnings.ONE)) {
                warning(out);
            }
            out.writeName("data");
            data.accept(out);
            out.writeEndObject();
        });
        return Answer.success(body.pieces());
    }

    private static void warning(JsonGenerator out) {
        out.writeArrayPropertyStart("warnings");
        out.writeStartObject();
        out.writeNumberProperty("code", OWN_WARNING);
        out.writeStringProperty("desc", "A warning of the mock, as its switch asks for.");
        out.writeStringProperty("data", "");
        out.writeEndObject();
        out.writeEndArray();
    }

    /** Answers a business error. */
    public Answer vendorError(VendorError error) {
        return vendorError(error, VendorStatus.of(error, version, behaviour));
    }

    /** Answers a business error with a certain HTTP status. */
    public Answer vendorError(VendorError error, int httpStatus) {
        Optional<String> data = behaviour.is(Switch.ErrorData.TEXT) ? Optional.of(error.path()) : Optional.empty();
        return error(httpStatus, error.code(), error.desc(), data, error.findings());
    }

    /** Answers a request that the mock refuses. Versions and switches make no difference. */
    public static Answer badRequest(BadRequest refused) {
        int code = refused.kind().code();
        List<Finding> findings = refused.path().isEmpty()
                ? List.of()
                : List.of(new Finding(Finding.Severity.ERROR, refused.path(), code, refused.sentence()));
        String desc = String.valueOf(refused.getMessage());
        return error(refused.kind().httpStatus(), code, desc, Optional.empty(), findings);
    }

    /** Answers a request that the server refuses with this status before a handler sees it. */
    public static Answer bare(int httpStatus, BadRequest.Kind kind, String desc) {
        return error(httpStatus, kind.code(), desc, Optional.empty(), List.of());
    }

    private static Answer error(int httpStatus, int code, String desc, Optional<String> data, List<Finding> findings) {
        byte[] body = Json.write(out -> {
            out.writeStartObject();
            out.writeStringProperty("desc", desc);
            out.writeNumberProperty("code", code);
            data.ifPresent(text -> out.writeStringProperty("data", text));
            out.writeEndObject();
        });
        return Answer.refusal(httpStatus, body, code, findings);
    }
}
