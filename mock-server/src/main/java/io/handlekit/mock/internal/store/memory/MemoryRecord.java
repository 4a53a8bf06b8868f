package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.wire.CustomerJson;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A customer as its JSON, and the texts that a list searches and sorts by. Immutable, but for the form of the JSON. */
final class MemoryRecord {
    /** About what a record takes beyond its JSON and texts: its objects, its place in the maps, and its JSON in lines. */
    private static final int OVERHEAD = 400;

    private final String handle;
    private final long id;
    private final CustomerJson json;
    private final int size;
    private final SearchTexts texts;
    private final @Nullable Instant commentsChangedAt;
    private final @Nullable Instant deletedAt;

    private MemoryRecord(
            String handle,
            long id,
            CustomerJson json,
            int size,
            SearchTexts texts,
            @Nullable Instant commentsChangedAt,
            @Nullable Instant deletedAt) {
        this.handle = handle;
        this.id = id;
        this.json = json;
        this.size = size;
        this.texts = texts;
        this.commentsChangedAt = commentsChangedAt;
        this.deletedAt = deletedAt;
    }

    private static MemoryRecord of(
            String handle,
            long id,
            CustomerJson json,
            NewCustomer sections,
            Optional<Instant> commentsChangedAt,
            Optional<Instant> deletedAt) {
        SearchTexts texts = new SearchTexts(sections);
        int size = OVERHEAD + json.length() + texts.length();
        return new MemoryRecord(handle, id, json, size, texts, commentsChangedAt.orElse(null), deletedAt.orElse(null));
    }

    /** Returns a draft as a record that has no handle and no id yet. */
    static MemoryRecord of(CustomerDraft draft) {
        return of("", 0, draft.toJson(), draft.sections(), draft.commentsChangedAt(), Optional.empty());
    }

    /** Returns the record of a customer as it was saved, or is after a change. */
    static MemoryRecord of(StoredCustomer customer) {
        return of(
                customer.handle().value(),
                customer.id(),
                customer.json(),
                customer.sections(),
                customer.commentsChangedAt(),
                customer.deletedAt());
    }

    /** Returns this record with a handle and an id. */
    MemoryRecord named(CustomerHandle name, long number) {
        return new MemoryRecord(name.value(), number, json, size, texts, commentsChangedAt, deletedAt);
    }

    /** Returns this record as that of a deleted customer. */
    MemoryRecord deleted(Instant time) {
        return new MemoryRecord(handle, id, json, size, texts, commentsChangedAt, time);
    }

    /** Returns about how many bytes of memory this takes. */
    long size() {
        return size;
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
                texts::outline,
                json,
                Optional.ofNullable(commentsChangedAt),
                Optional.ofNullable(deletedAt));
    }
}
