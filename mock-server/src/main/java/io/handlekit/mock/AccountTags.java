package io.handlekit.mock;

import io.handlekit.customers.Tag;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tags of the account, which customers may be given. Safe for several threads. */
final class AccountTags {
    private final Set<Tag> tags = new LinkedHashSet<>();

    /** Adds a tag; one that is there already is no fault. */
    synchronized void add(Tag tag) {
        tags.add(tag);
    }

    /** Removes the tags with this key and value; an empty one fits all. Says whether there were any. */
    synchronized boolean remove(String key, String value) {
        return tags.removeIf(tag -> fits(tag, key, value));
    }

    /** The tags with this key and value; an empty one fits all. */
    synchronized List<Tag> list(String key, String value) {
        return tags.stream().filter(tag -> fits(tag, key, value)).toList();
    }

    synchronized boolean has(Collection<Tag> all) {
        return tags.containsAll(all);
    }

    synchronized void clear() {
        tags.clear();
    }

    private static boolean fits(Tag tag, String key, String value) {
        return (key.isEmpty() || key.equals(tag.key())) && (value.isEmpty() || value.equals(tag.value()));
    }
}
