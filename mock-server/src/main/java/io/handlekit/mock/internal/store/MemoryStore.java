package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.engine.CustomerSeed;
import io.handlekit.mock.internal.engine.HandleIssuer;
import io.handlekit.mock.internal.engine.ServerDefaults;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** All customers from one reset to the next, and how they are numbered. Safe for several threads. */
public final class MemoryStore {
    /** What is a little longer than it has to be is kept as it was sent; more than that is written anew. */
    private static final int MOST_KEPT_AS_SENT = 16 * 1024;

    private final InstantSource clock;
    private final Map<CustomerHandle, StoredCustomer> customers = new ConcurrentHashMap<>();
    private final Map<CustomerHandle, Deleted> deleted = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final HandleIssuer handles = new HandleIssuer();
    private long lastId;

    public MemoryStore(InstantSource clock) {
        this.clock = clock;
    }

    /** Stores a customer under a new handle, of which the first of its letters has this number. */
    public synchronized CustomerHandle create(int first, NewCustomer draft, Optional<byte[]> asSent) {
        CustomerHandle handle = nextHandle(first, draft, Set.of());
        put(handle, draft, asSent);
        return handle;
    }

    /** Stores all customers of a seed that has been checked. */
    public synchronized List<CustomerHandle> seed(int first, CustomerSeed seed) {
        Set<CustomerHandle> named = seed.handles();
        return seed.entries().stream()
                .map(entry -> {
                    CustomerHandle handle = entry.handle().orElseGet(() -> nextHandle(first, entry.draft(), named));
                    put(handle, entry.draft(), Optional.empty());
                    return handle;
                })
                .toList();
    }

    /** A new handle, passing over those that a seed has used or is about to use. */
    private CustomerHandle nextHandle(int first, NewCustomer draft, Set<CustomerHandle> named) {
        CustomerHandle handle;
        do {
            handle = handles.next(draft, first);
        } while (isTaken(handle) || named.contains(handle));
        return handle;
    }

    public boolean isTaken(CustomerHandle handle) {
        return customers.containsKey(handle) || deleted.containsKey(handle);
    }

    /** Stores a customer under a handle of old. */
    public synchronized void put(CustomerHandle handle, NewCustomer draft, Optional<byte[]> asSent) {
        lastId++;
        Optional<Instant> commentsChangedAt =
                draft.comments().isEmpty() ? Optional.empty() : Optional.of(clock.instant());
        Optional<byte[]> asIs =
                asSent.filter(json -> json.length <= MOST_KEPT_AS_SENT && !ServerDefaults.addsTo(draft));
        StoredCustomer kept = asIs.isPresent()
                ? StoredCustomer.asSent(handle, lastId, draft, asIs.get(), commentsChangedAt)
                : StoredCustomer.of(handle, lastId, ServerDefaults.stored(draft), commentsChangedAt);
        customers.put(handle, kept);
        bytes.addAndGet(kept.size());
    }

    /** Puts another in a customer's place, while nobody else changes it. Says whether there is such a customer. */
    public boolean update(CustomerHandle handle, UnaryOperator<StoredCustomer> change) {
        return customers.computeIfPresent(handle, (same, kept) -> {
                    StoredCustomer updated = change.apply(kept);
                    bytes.addAndGet(updated.size() - kept.size());
                    return updated;
                })
                != null;
    }

    /** Removes a customer, to be shown or not. Says whether there was one. */
    public boolean delete(CustomerHandle handle, boolean isShown) {
        StoredCustomer removed = customers.remove(handle);
        if (removed == null) {
            return false;
        }
        if (isShown) {
            deleted.put(handle, new Deleted(removed, clock.instant()));
        } else {
            bytes.addAndGet(-removed.size());
        }
        return true;
    }

    public Optional<StoredCustomer> find(CustomerHandle handle) {
        return Optional.ofNullable(customers.get(handle));
    }

    public Optional<Deleted> findDeleted(CustomerHandle handle) {
        return Optional.ofNullable(deleted.get(handle));
    }

    public Collection<StoredCustomer> all() {
        return customers.values();
    }

    public int size() {
        return customers.size();
    }

    /** About how much memory they take. */
    public long bytes() {
        return bytes.get();
    }

    /**
     * A customer that was deleted, for as long as it is shown.
     *
     * @param kept the customer
     * @param at when it was deleted
     */
    public record Deleted(StoredCustomer kept, Instant at) {}
}
