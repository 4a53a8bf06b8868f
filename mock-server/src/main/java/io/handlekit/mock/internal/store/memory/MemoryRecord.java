package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.store.CustomerJson;
import io.handlekit.mock.internal.store.SearchTexts;
import io.handlekit.mock.internal.store.StoredCustomer;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer as one array of bytes, and the texts that a list searches and sorts by. A mock under load keeps millions of
 * them, and the garbage collector has a dozen objects to move for each instead of two hundred, which is what made
 * creating slow.
 */
final class MemoryRecord {
    private static final long OVERHEAD = 600;

    private final CustomerHandle handle;
    private final long id;
    private final byte[] json;
    private final SearchTexts texts;
    private final Optional<Instant> commentsChangedAt;

    MemoryRecord(
            CustomerHandle handle, long id, byte[] json, NewCustomer sections, Optional<Instant> commentsChangedAt) {
        this.handle = handle;
        this.id = id;
        this.json = json;
        this.texts = SearchTexts.of(sections);
        this.commentsChangedAt = commentsChangedAt;
    }

    /** Returns this record with what changed of the customer. */
    MemoryRecord with(StoredCustomer changed) {
        return new MemoryRecord(
                handle, id, CustomerJson.of(changed.sections()), changed.sections(), changed.commentsChangedAt());
    }

    /** Returns about how many bytes of memory this takes. */
    long size() {
        return size(json, texts);
    }

    /** Returns about how many bytes of memory a record of this customer takes. */
    static long size(byte[] json, NewCustomer sections) {
        return size(json, SearchTexts.of(sections));
    }

    private static long size(byte[] json, SearchTexts texts) {
        return OVERHEAD + json.length + 2L * texts.length();
    }

    CustomerHandle handle() {
        return handle;
    }

    long id() {
        return id;
    }

    SearchTexts texts() {
        return texts;
    }

    /** Returns the customer itself, which takes reading its JSON. */
    StoredCustomer customer(Optional<Instant> deletedAt) {
        return new StoredCustomer(handle, id, CustomerJson.read(json), commentsChangedAt, deletedAt);
    }
}
