package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerTag;
import java.util.Collection;
import java.util.List;

/** A store of the account's tags, which customers may be given. Safe for several threads. */
public interface TagStore {
    /**
     * Adds a tag; adding one that exists changes nothing.
     *
     * @throws StoreFull if there is no room
     */
    void add(CustomerTag tag);

    /**
     * Removes the tags with this key and value; an empty key or value matches all.
     *
     * @return false if there were none
     */
    boolean remove(String key, String value);

    /** Returns the tags with this key and value, oldest first; an empty key or value matches all. */
    List<CustomerTag> list(String key, String value);

    /** Returns true if all these tags exist. */
    boolean containsAll(Collection<CustomerTag> tags);
}
