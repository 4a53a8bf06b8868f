package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerTag;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tags of the account, which customers may be given. Safe for several threads. */
public final class AccountTags {
    private final Set<CustomerTag> tags = new LinkedHashSet<>();

    /** Adds a tag; one that is there already is no fault. */
    public synchronized void add(CustomerTag tag) {
        tags.add(tag);
    }

    /** Removes the tags with this key and value; an empty one fits all. Says whether there were any. */
    public synchronized boolean remove(String key, String value) {
        return tags.removeIf(tag -> fits(tag, key, value));
    }

    /** The tags with this key and value; an empty one fits all. */
    public synchronized List<CustomerTag> list(String key, String value) {
        return tags.stream().filter(tag -> fits(tag, key, value)).toList();
    }

    synchronized boolean has(Collection<CustomerTag> all) {
        return tags.containsAll(all);
    }

    public synchronized void clear() {
        tags.clear();
    }

    private static boolean fits(CustomerTag tag, String key, String value) {
        return (key.isEmpty() || key.equals(tag.key())) && (value.isEmpty() || value.equals(tag.value()));
    }
}
