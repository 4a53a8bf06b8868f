package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.CustomerStore;
import io.handlekit.mock.internal.store.HandleTemplate;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.store.StoredPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A store in memory, with a bound on its size. A reset fills new contents and then puts them in the place of the old
 * ones; each call works on the contents that it found.
 */
public final class MemoryStore implements CustomerStore {
    private final long mostBytes;
    private volatile MemoryContents contents;

    /**
     * Creates an empty store.
     *
     * @param mostBytes about how much memory its customers may take
     */
    public MemoryStore(long mostBytes) {
        this.mostBytes = mostBytes;
        contents = new MemoryContents(mostBytes);
    }

    @Override
    public CustomerHandle create(HandleTemplate template, int firstNumber, CustomerDraft draft) {
        return contents.create(template, firstNumber, draft);
    }

    @Override
    public List<CustomerHandle> seed(List<SeedEntry> entries, int firstNumber) {
        return contents.seed(entries, firstNumber);
    }

    @Override
    public Optional<StoredCustomer> find(CustomerHandle handle) {
        return contents.find(handle);
    }

    @Override
    public boolean update(CustomerHandle handle, UnaryOperator<StoredCustomer> change) {
        return contents.update(handle, change);
    }

    @Override
    public boolean delete(CustomerHandle handle, Instant now, boolean keepVisible) {
        return contents.delete(handle, now, keepVisible);
    }

    @Override
    public StoredPage list(CustomerQuery query, boolean bareIsSubstring) {
        return new MemoryListing(query, bareIsSubstring).page(contents);
    }

    @Override
    public int count() {
        return contents.count();
    }

    /** Replaces all customers by these, and counts ids and handles from the start again. */
    public void reset(List<SeedEntry> start, int firstNumber) {
        MemoryContents fresh = new MemoryContents(mostBytes);
        fresh.seed(start, firstNumber);
        contents = fresh;
    }

    /** Passes counters and customers to a consumer. */
    void save(Consumer<StoredItem> consumer) {
        contents.save(consumer);
    }

    /** Replaces all customers by saved ones, and passes what is not theirs to a consumer. */
    void load(Iterable<StoredItem> saved, Consumer<StoredItem> others) {
        MemoryContents fresh = new MemoryContents(mostBytes);
        saved.forEach(item -> {
            if (!fresh.load(item)) {
                others.accept(item);
            }
        });
        contents = fresh;
    }
}
