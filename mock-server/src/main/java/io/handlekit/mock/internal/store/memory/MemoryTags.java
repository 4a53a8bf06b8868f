package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerTag;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.TagStore;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tags in memory, with a bound on their size. */
public final class MemoryTags implements TagStore {
    /** About what a tag takes beyond its texts. */
    private static final long OVERHEAD = 200;

    private final long mostBytes;
    private final Set<CustomerTag> tags = new LinkedHashSet<>();
    private long bytes;

    /**
     * Creates an empty store.
     *
     * @param mostBytes about how much memory its tags may take
     */
    public MemoryTags(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized void add(CustomerTag tag) {
        if (!tags.contains(tag)) {
            if (bytes + size(tag) > mostBytes) {
                throw new StoreFull();
            }
            bytes += size(tag);
            tags.add(tag);
        }
    }

    @Override
    public synchronized boolean remove(String key, String value) {
        boolean isAny = tags.removeIf(tag -> matches(tag, key, value));
        bytes = tags.stream().mapToLong(MemoryTags::size).sum();
        return isAny;
    }

    @Override
    public synchronized List<CustomerTag> list(String key, String value) {
        return tags.stream().filter(tag -> matches(tag, key, value)).toList();
    }

    @Override
    public synchronized boolean containsAll(Collection<CustomerTag> others) {
        return tags.containsAll(others);
    }

    /** Removes all tags. */
    public synchronized void reset() {
        tags.clear();
        bytes = 0;
    }

    private static long size(CustomerTag tag) {
        return OVERHEAD + tag.key().length() + tag.value().length();
    }

    private static boolean matches(CustomerTag tag, String key, String value) {
        return (key.isEmpty() || key.equals(tag.key())) && (value.isEmpty() || value.equals(tag.value()));
    }
}
