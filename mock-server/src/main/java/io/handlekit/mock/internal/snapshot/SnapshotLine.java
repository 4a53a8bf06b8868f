package io.handlekit.mock.internal.snapshot;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.store.StoredVerification;
import io.handlekit.mock.internal.wire.CustomerJson;
import io.handlekit.mock.internal.wire.CustomerWriter;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A line of a snapshot: its first member tells what it is. */
final class SnapshotLine {
    private static final String COUNTER = "counter";
    private static final String CUSTOMER = "customer";
    private static final String TAG = "tag";
    private static final String VERIFICATION = "verification";
    private static final String ID = "id";
    private static final String HANDLE = "handle";
    private static final String COMMENTS_CHANGED_AT = "comments_changed_at";
    private static final String DELETED_AT = "deleted_at";

    private SnapshotLine() {}

    /** Writes the members of a line. */
    static void write(JsonGenerator json, StoredItem item) {
        if (item instanceof StoredItem.Counter counter) {
            json.writeStringProperty(COUNTER, counter.name());
            json.writeNumberProperty("last", counter.last());
        } else if (item instanceof StoredItem.Customer customer) {
            write(json, customer.customer());
        } else if (item instanceof StoredItem.Tag tag) {
            json.writeStringProperty(TAG, tag.tag().key());
            json.writeStringProperty("value", tag.tag().value());
        } else if (item instanceof StoredItem.Verification verification) {
            write(json, verification.verification());
        }
    }

    private static void write(JsonGenerator json, StoredCustomer customer) {
        json.writeStringProperty(CUSTOMER, customer.handle().value());
        json.writeNumberProperty(ID, customer.id());
        customer.commentsChangedAt().ifPresent(time -> json.writeStringProperty(COMMENTS_CHANGED_AT, time.toString()));
        customer.deletedAt().ifPresent(time -> json.writeStringProperty(DELETED_AT, time.toString()));
        json.writeName("sections");
        CustomerWriter.sections(json, customer.json());
    }

    private static void write(JsonGenerator json, StoredVerification verification) {
        json.writeStringProperty(VERIFICATION, verification.email());
        json.writeNumberProperty(ID, verification.id());
        verification.handle().ifPresent(handle -> json.writeStringProperty(HANDLE, handle.value()));
        json.writeStringProperty("deadline", verification.deadline().toString());
        json.writeBooleanProperty("confirmed", verification.confirmed());
    }

    /**
     * Reads a line.
     *
     * @throws RuntimeException if it is none
     */
    static StoredItem read(JsonNode line) {
        if (line.has(COUNTER)) {
            return new StoredItem.Counter(text(line, COUNTER), line.path("last").asLong());
        }
        if (line.has(CUSTOMER)) {
            return new StoredItem.Customer(customer(line));
        }
        if (line.has(TAG)) {
            return new StoredItem.Tag(new CustomerTag(text(line, TAG), text(line, "value")));
        }
        return new StoredItem.Verification(new StoredVerification(
                number(line),
                text(line, VERIFICATION),
                line.has(HANDLE) ? Optional.of(new CustomerHandle(text(line, HANDLE))) : Optional.empty(),
                Instant.parse(text(line, "deadline")),
                line.path("confirmed").asBoolean()));
    }

    private static StoredCustomer customer(JsonNode line) {
        JsonNode json = line.path("sections");
        NewCustomer sections = new CustomerJson(Json.write(out -> out.writePOJO(json))).sections();
        return new StoredCustomer(
                new CustomerHandle(text(line, CUSTOMER)),
                line.path(ID).asLong(),
                sections.email(),
                () -> sections,
                time(line, COMMENTS_CHANGED_AT),
                time(line, DELETED_AT));
    }

    private static Optional<Instant> time(JsonNode line, String name) {
        return line.has(name) ? Optional.of(Instant.parse(text(line, name))) : Optional.empty();
    }

    private static int number(JsonNode line) {
        if (!line.path(ID).isInt()) {
            throw new IllegalArgumentException(ID);
        }
        return line.path(ID).intValue();
    }

    private static String text(JsonNode line, String name) {
        if (!line.path(name).isString()) {
            throw new IllegalArgumentException(name);
        }
        return line.path(name).stringValue();
    }
}
