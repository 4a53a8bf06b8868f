package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.CustomerJson;
import io.handlekit.mock.internal.store.StoredCustomer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one array of bytes, and the texts that a list searches and sorts by: nine objects, where the customer
 * itself is two hundred for the garbage collector to move. Immutable.
 */
final class MemoryRecord {
    /** About what a record takes beyond its JSON and texts, its place in the map included. */
    private static final long OVERHEAD = 280;

    private final String handle;
    private final long id;
    private final byte[] json;
    private final SearchTexts texts;
    private final @Nullable Instant commentsChangedAt;
    private final @Nullable Instant deletedAt;

    private MemoryRecord(
            String handle,
            long id,
            byte[] json,
            SearchTexts texts,
            @Nullable Instant commentsChangedAt,
            @Nullable Instant deletedAt) {
        this.handle = handle;
        this.id = id;
        this.json = json;
        this.texts = texts;
        this.commentsChangedAt = commentsChangedAt;
        this.deletedAt = deletedAt;
    }

    /** Returns a draft as a record that has no handle and no id yet. */
    static MemoryRecord of(CustomerDraft draft) {
        byte[] json = CustomerJson.of(draft);
        SearchTexts texts = new SearchTexts(draft.sections());
        return new MemoryRecord("", 0, json, texts, draft.commentsChangedAt().orElse(null), null);
    }

    /** Returns the record of a customer that was saved. */
    static MemoryRecord of(StoredCustomer saved) {
        NewCustomer sections = saved.sections();
        return new MemoryRecord(
                saved.handle().value(),
                saved.id(),
                CustomerJson.of(sections),
                new SearchTexts(sections),
                saved.commentsChangedAt().orElse(null),
                saved.deletedAt().orElse(null));
    }

    /** Returns this record with a handle and an id. */
    MemoryRecord named(CustomerHandle name, long number) {
        return new MemoryRecord(name.value(), number, json, texts, commentsChangedAt, deletedAt);
    }

    /** Returns this record with what changed of the customer. */
    MemoryRecord with(StoredCustomer changed) {
        NewCustomer sections = changed.sections();
        Instant time = changed.commentsChangedAt().orElse(null);
        return new MemoryRecord(handle, id, CustomerJson.of(sections), new SearchTexts(sections), time, deletedAt);
    }

    /** Returns this record as that of a deleted customer. */
    MemoryRecord deleted(Instant time) {
        return new MemoryRecord(handle, id, json, texts, commentsChangedAt, time);
    }

    /** Returns about how many bytes of memory this takes. */
    long size() {
        return OVERHEAD + json.length + texts.length();
    }

    String handle() {
        return handle;
    }

    long id() {
        return id;
    }

    SearchTexts texts() {
        return texts;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** Returns the customer. */
    StoredCustomer customer() {
        return new StoredCustomer(
                new CustomerHandle(handle),
                id,
                texts.email(),
                () -> CustomerJson.read(json),
                Optional.ofNullable(commentsChangedAt),
                Optional.ofNullable(deletedAt));
    }
}
