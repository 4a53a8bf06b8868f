package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerTag;
import io.handlekit.mock.internal.store.TagStore;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tags in memory. */
public final class MemoryTags implements TagStore {
    private final Set<CustomerTag> tags = new LinkedHashSet<>();

    @Override
    public synchronized void add(CustomerTag tag) {
        tags.add(tag);
    }

    @Override
    public synchronized boolean remove(String key, String value) {
        return tags.removeIf(tag -> matches(tag, key, value));
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
    }

    private static boolean matches(CustomerTag tag, String key, String value) {
        return (key.isEmpty() || key.equals(tag.key())) && (value.isEmpty() || value.equals(tag.value()));
    }
}
