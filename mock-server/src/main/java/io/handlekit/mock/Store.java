package io.handlekit.mock;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
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
final class Store {
    /** What is a little longer than it has to be is kept as it was sent; more than that is written anew. */
    private static final int MOST_KEPT_AS_SENT = 16 * 1024;

    private final InstantSource clock;
    private final Map<CustomerHandle, Kept> customers = new ConcurrentHashMap<>();
    private final Map<CustomerHandle, Deleted> deleted = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final HandleIssuer handles = new HandleIssuer();
    private long lastId;

    Store(InstantSource clock) {
        this.clock = clock;
    }

    /** Stores a customer under a new handle, of which the first of its letters has this number. */
    synchronized CustomerHandle create(int first, NewCustomer draft, Optional<byte[]> asSent) {
        CustomerHandle handle = nextHandle(first, draft, Set.of());
        put(handle, draft, asSent);
        return handle;
    }

    /** Stores all customers of a seed that has been checked. */
    synchronized List<CustomerHandle> seed(int first, CustomerSeed seed) {
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

    boolean isTaken(CustomerHandle handle) {
        return customers.containsKey(handle) || deleted.containsKey(handle);
    }

    /** Stores a customer under a handle of old. */
    synchronized void put(CustomerHandle handle, NewCustomer draft, Optional<byte[]> asSent) {
        lastId++;
        Optional<Instant> commentsChangedAt =
                draft.comments().isEmpty() ? Optional.empty() : Optional.of(clock.instant());
        Optional<byte[]> asIs = asSent.filter(json -> json.length <= MOST_KEPT_AS_SENT && !Derived.addsTo(draft));
        Kept kept = asIs.isPresent()
                ? Kept.asSent(handle, lastId, draft, asIs.get(), commentsChangedAt)
                : Kept.of(handle, lastId, Derived.stored(draft), commentsChangedAt);
        customers.put(handle, kept);
        bytes.addAndGet(kept.size());
    }

    /** Puts another in a customer's place, while nobody else changes it. Says whether there is such a customer. */
    boolean update(CustomerHandle handle, UnaryOperator<Kept> change) {
        return customers.computeIfPresent(handle, (same, kept) -> {
                    Kept updated = change.apply(kept);
                    bytes.addAndGet(updated.size() - kept.size());
                    return updated;
                })
                != null;
    }

    /** Removes a customer, to be shown or not. Says whether there was one. */
    boolean delete(CustomerHandle handle, boolean isShown) {
        Kept removed = customers.remove(handle);
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

    Optional<Kept> find(CustomerHandle handle) {
        return Optional.ofNullable(customers.get(handle));
    }

    Optional<Deleted> findDeleted(CustomerHandle handle) {
        return Optional.ofNullable(deleted.get(handle));
    }

    Collection<Kept> all() {
        return customers.values();
    }

    int size() {
        return customers.size();
    }

    /** About how much memory they take. */
    long bytes() {
        return bytes.get();
    }

    /**
     * A customer that was deleted, for as long as it is shown.
     *
     * @param kept the customer
     * @param at when it was deleted
     */
    record Deleted(Kept kept, Instant at) {}
}
