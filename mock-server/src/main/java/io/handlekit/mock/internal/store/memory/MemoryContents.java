package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.internal.store.CaseFolding;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.HandleTaken;
import io.handlekit.mock.internal.store.HandleTemplate;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All customers from one reset to the next, and how they are numbered. Safe for several threads. */
final class MemoryContents {
    private static final Comparator<String> FOLDED_THEN_EXACT =
            CaseFolding.ORDER.thenComparing(Comparator.naturalOrder());

    private final long mostBytes;

    private final Map<String, MemoryRecord> customers = new ConcurrentHashMap<>();

    /**
     * The handles of all customers, sorted without regard to case, as patterns match, so that a list by the start of
     * handles reads no others. A handle comes and goes in the same step as its customer.
     */
    private final NavigableSet<String> handles = new ConcurrentSkipListSet<>(FOLDED_THEN_EXACT);

    private final Map<String, AtomicInteger> lastNumbers = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();

    /** Shared by everything but a seed, which nobody is to see half stored. */
    private final StampedLock seeding = new StampedLock();

    MemoryContents(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    CustomerHandle create(HandleTemplate template, int firstNumber, CustomerDraft draft) {
        MemoryRecord record = MemoryRecord.of(draft);
        reserve(record.size());
        return locked(seeding.asReadLock(), () -> put(record, template, firstNumber, Set.of()));
    }

    List<CustomerHandle> seed(List<SeedEntry> entries, int firstNumber) {
        List<MemoryRecord> records =
                entries.stream().map(entry -> MemoryRecord.of(entry.draft())).toList();
        return locked(seeding.asWriteLock(), () -> {
            Set<CustomerHandle> named = namedHandles(entries);
            reserve(records.stream().mapToLong(MemoryRecord::size).sum());
            List<CustomerHandle> handles = new ArrayList<>(entries.size());
            for (SeedEntry entry : entries) {
                MemoryRecord record = records.get(handles.size());
                CustomerHandle handle = entry.handle().orElse(null);
                if (handle == null) {
                    handle = put(record, entry.template(), firstNumber, named);
                } else {
                    putIfAbsent(handle, record);
                }
                handles.add(handle);
            }
            return handles;
        });
    }

    private Set<CustomerHandle> namedHandles(List<SeedEntry> entries) {
        Set<CustomerHandle> named = new HashSet<>();
        for (int index = 0; index < entries.size(); index++) {
            Optional<CustomerHandle> handle = entries.get(index).handle();
            if (handle.isPresent() && (customers.containsKey(handle.get().value()) || !named.add(handle.get()))) {
                throw new HandleTaken(index);
            }
        }
        return named;
    }

    /** Stores a record under a new handle, skipping those that a seed has used or is about to use. */
    private CustomerHandle put(
            MemoryRecord record, HandleTemplate template, int firstNumber, Set<CustomerHandle> named) {
        AtomicInteger lastNumber =
                lastNumbers.computeIfAbsent(template.letters(), letters -> new AtomicInteger(firstNumber - 1));
        CustomerHandle handle;
        do {
            handle = template.number(lastNumber.incrementAndGet());
        } while (named.contains(handle) || !putIfAbsent(handle, record));
        return handle;
    }

    private boolean putIfAbsent(CustomerHandle handle, MemoryRecord record) {
        return !customers.containsKey(handle.value()) && putIfAbsent(record.named(handle, lastId.incrementAndGet()));
    }

    private boolean putIfAbsent(MemoryRecord record) {
        MemoryRecord stored = customers.computeIfAbsent(record.handle(), handle -> {
            handles.add(handle);
            return record;
        });
        boolean isNew = stored == record;
        if (isNew && !record.isDeleted()) {
            count.incrementAndGet();
        }
        return isNew;
    }

    /** Reserves memory. What gives memory back is never refused. */
    private void reserve(long more) {
        if (bytes.addAndGet(more) > mostBytes && more > 0) {
            bytes.addAndGet(-more);
            throw new StoreFull();
        }
    }

    boolean update(CustomerHandle handle, UnaryOperator<StoredCustomer> change) {
        return replace(handle, before -> MemoryRecord.of(change.apply(before.customer())));
    }

    boolean delete(CustomerHandle handle, Instant now, boolean keepVisible) {
        boolean isDeleted = keepVisible ? replace(handle, before -> before.deleted(now)) : remove(handle);
        if (isDeleted) {
            count.decrementAndGet();
        }
        return isDeleted;
    }

    /** Replaces a record, unless it is deleted. The change runs again if another change came first. */
    private boolean replace(CustomerHandle handle, UnaryOperator<MemoryRecord> change) {
        return locked(seeding.asReadLock(), () -> {
            MemoryRecord before = customers.get(handle.value());
            while (before != null && !before.isDeleted()) {
                MemoryRecord after = change.apply(before);
                long more = after.size() - before.size();
                reserve(more);
                if (customers.replace(handle.value(), before, after)) {
                    return true;
                }
                bytes.addAndGet(-more);
                before = customers.get(handle.value());
            }
            return false;
        });
    }

    private boolean remove(CustomerHandle handle) {
        return locked(seeding.asReadLock(), () -> {
            boolean[] isRemoved = {false};
            customers.computeIfPresent(handle.value(), (name, before) -> {
                if (before.isDeleted()) {
                    return before;
                }
                handles.remove(name);
                bytes.addAndGet(-before.size());
                isRemoved[0] = true;
                return null;
            });
            return isRemoved[0];
        });
    }

    Optional<StoredCustomer> find(CustomerHandle handle) {
        return Optional.ofNullable(customers.get(handle.value())).map(MemoryRecord::customer);
    }

    /** Returns what is made of the records whose handles start with a text, deleted ones included. */
    <T> T select(String start, Function<Stream<MemoryRecord>, T> use) {
        return locked(seeding.asReadLock(), () -> use.apply(startingWith(start)));
    }

    private Stream<MemoryRecord> startingWith(String start) {
        // Handles are ASCII, in which capitals come first.
        return start.isEmpty()
                ? customers.values().stream()
                : handles.subSet(start.toUpperCase(Locale.ROOT), true, start + Character.MAX_VALUE, true).stream()
                        .map(customers::get)
                        .filter(Objects::nonNull);
    }

    /** Passes counters, then customers by id to a consumer. Nothing changes meanwhile. */
    void save(Consumer<StoredItem> consumer) {
        locked(seeding.asWriteLock(), () -> {
            consumer.accept(new StoredItem.Counter(StoredItem.Counter.IDS, lastId.get()));
            new TreeMap<>(lastNumbers)
                    .forEach((letters, last) ->
                            consumer.accept(new StoredItem.Counter(StoredItem.Counter.handles(letters), last.get())));
            customers.values().stream()
                    .sorted(Comparator.comparingLong(MemoryRecord::id))
                    .forEach(record -> consumer.accept(new StoredItem.Customer(record.customer())));
            return true;
        });
    }

    /** Takes a counter or a customer that was saved, while nobody else uses this; returns false for anything else. */
    boolean load(StoredItem item) {
        if (item instanceof StoredItem.Customer saved) {
            load(MemoryRecord.of(saved.customer()));
            return true;
        }
        if (item instanceof StoredItem.Counter counter) {
            if (counter.name().equals(StoredItem.Counter.IDS)) {
                lastId.set(counter.last());
            } else if (!counter.letters().isEmpty()) {
                lastNumbers.put(counter.letters(), new AtomicInteger(Math.toIntExact(counter.last())));
            }
        }
        return false;
    }

    private void load(MemoryRecord record) {
        reserve(record.size());
        if (!putIfAbsent(record)) {
            throw new HandleTaken(customers.size());
        }
    }

    int count() {
        return count.get();
    }

    private static <T> T locked(Lock lock, Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
