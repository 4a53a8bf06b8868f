package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.CustomerJson;
import io.handlekit.mock.internal.store.HandleTaken;
import io.handlekit.mock.internal.store.HandleTemplate;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All customers from one reset to the next, and how they are numbered. Safe for several threads. */
final class MemoryContents {
    private final long mostBytes;
    private final Map<CustomerHandle, MemoryRecord> customers = new ConcurrentHashMap<>();
    private final Map<CustomerHandle, Deleted> deleted = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Map<String, Integer> lastNumbers = new HashMap<>();
    private long lastId;

    MemoryContents(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    CustomerHandle create(HandleTemplate template, int firstNumber, CustomerDraft draft) {
        requireRoom(0);
        byte[] json = CustomerJson.of(draft);
        synchronized (this) {
            CustomerHandle handle = nextHandle(template, firstNumber, Set.of());
            put(handle, json, draft);
            return handle;
        }
    }

    synchronized List<CustomerHandle> seed(List<SeedEntry> entries, int firstNumber) {
        Set<CustomerHandle> named = namedHandles(entries);
        List<byte[]> written = new ArrayList<>(entries.size());
        long size = 0;
        for (SeedEntry entry : entries) {
            byte[] json = CustomerJson.of(entry.draft());
            size += MemoryRecord.size(json, entry.draft().sections());
            written.add(json);
        }
        requireRoom(size);
        List<CustomerHandle> handles = new ArrayList<>(entries.size());
        for (SeedEntry entry : entries) {
            CustomerHandle handle = entry.handle().orElseGet(() -> nextHandle(entry.template(), firstNumber, named));
            put(handle, written.get(handles.size()), entry.draft());
            handles.add(handle);
        }
        return handles;
    }

    private Set<CustomerHandle> namedHandles(List<SeedEntry> entries) {
        Set<CustomerHandle> named = new HashSet<>();
        for (int index = 0; index < entries.size(); index++) {
            Optional<CustomerHandle> handle = entries.get(index).handle();
            if (handle.isPresent() && (isTaken(handle.get()) || !named.add(handle.get()))) {
                throw new HandleTaken(index);
            }
        }
        return named;
    }

    /** Returns a new handle, skipping those that a seed has used or is about to use. */
    private CustomerHandle nextHandle(HandleTemplate template, int firstNumber, Set<CustomerHandle> named) {
        CustomerHandle handle;
        do {
            handle = template.number(lastNumbers.merge(template.letters(), firstNumber, (last, first) -> last + 1));
        } while (isTaken(handle) || named.contains(handle));
        return handle;
    }

    private boolean isTaken(CustomerHandle handle) {
        return customers.containsKey(handle) || deleted.containsKey(handle);
    }

    private void put(CustomerHandle handle, byte[] json, CustomerDraft draft) {
        lastId++;
        MemoryRecord record = new MemoryRecord(handle, lastId, json, draft.sections(), draft.commentsChangedAt());
        customers.put(handle, record);
        bytes.addAndGet(record.size());
    }

    private void requireRoom(long more) {
        if (bytes.get() + more > mostBytes) {
            throw new StoreFull();
        }
    }

    /** Runs the change once, while nobody else changes the customer. */
    boolean update(CustomerHandle handle, UnaryOperator<StoredCustomer> change) {
        return customers.computeIfPresent(handle, (same, before) -> {
                    StoredCustomer changed = change.apply(before.customer(Optional.empty()));
                    requireRoom(0);
                    MemoryRecord after = before.with(changed);
                    bytes.addAndGet(after.size() - before.size());
                    return after;
                })
                != null;
    }

    boolean delete(CustomerHandle handle, Instant now, boolean keepVisible) {
        MemoryRecord removed = customers.remove(handle);
        if (removed == null) {
            return false;
        }
        if (keepVisible) {
            deleted.put(handle, new Deleted(removed, Optional.of(now)));
        } else {
            bytes.addAndGet(-removed.size());
        }
        return true;
    }

    Optional<StoredCustomer> find(CustomerHandle handle) {
        MemoryRecord record = customers.get(handle);
        return record != null
                ? Optional.of(record.customer(Optional.empty()))
                : Optional.ofNullable(deleted.get(handle))
                        .map(gone -> gone.record().customer(gone.at()));
    }

    Collection<MemoryRecord> all() {
        return customers.values();
    }

    int count() {
        return customers.size();
    }

    /** Passes counters, then customers by id to a consumer. Nothing is created meanwhile. */
    synchronized void save(Consumer<StoredItem> consumer) {
        consumer.accept(new StoredItem.Counter(StoredItem.Counter.IDS, lastId));
        new TreeMap<>(lastNumbers)
                .forEach((letters, last) ->
                        consumer.accept(new StoredItem.Counter(StoredItem.Counter.handles(letters), last)));
        Stream.concat(
                        customers.values().stream().map(record -> new Deleted(record, Optional.empty())),
                        deleted.values().stream())
                .sorted(Comparator.comparingLong(each -> each.record().id()))
                .forEach(each ->
                        consumer.accept(new StoredItem.Customer(each.record().customer(each.at()))));
    }

    /** Takes a counter or a customer that was saved; returns false for anything else. */
    synchronized boolean load(StoredItem item) {
        if (item instanceof StoredItem.Customer saved) {
            load(saved.customer());
            return true;
        }
        if (item instanceof StoredItem.Counter counter) {
            if (counter.name().equals(StoredItem.Counter.IDS)) {
                lastId = counter.last();
                return true;
            }
            if (!counter.letters().isEmpty()) {
                lastNumbers.put(counter.letters(), Math.toIntExact(counter.last()));
                return true;
            }
        }
        return false;
    }

    private void load(StoredCustomer saved) {
        if (isTaken(saved.handle())) {
            throw new HandleTaken(customers.size() + deleted.size());
        }
        MemoryRecord record = new MemoryRecord(
                saved.handle(),
                saved.id(),
                CustomerJson.of(saved.sections()),
                saved.sections(),
                saved.commentsChangedAt());
        requireRoom(record.size());
        bytes.addAndGet(record.size());
        if (saved.isDeleted()) {
            deleted.put(saved.handle(), new Deleted(record, saved.deletedAt()));
        } else {
            customers.put(saved.handle(), record);
        }
    }

    /**
     * A customer, and when it was deleted.
     *
     * @param record the customer
     * @param at when it was deleted, if it was
     */
    private record Deleted(MemoryRecord record, Optional<Instant> at) {}
}
