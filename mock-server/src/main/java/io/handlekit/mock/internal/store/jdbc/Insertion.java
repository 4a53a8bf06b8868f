package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.HandleTaken;
import io.handlekit.mock.internal.store.HandleTemplate;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredItem.Counter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers that are added in one transaction, with their ids and numbers. Call it with the counter of ids locked. */
final class Insertion {
    private static final int MOST_IN_A_QUESTION = 500;

    private final Sql sql;
    private final Dialect dialect;
    private final Counters counters;
    private final Set<CustomerHandle> reserved = new HashSet<>();
    private final Map<String, Long> lastNumbers = new HashMap<>();
    private final Map<String, Long> firstNumbers = new HashMap<>();

    Insertion(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
        counters = new Counters(sql);
    }

    /**
     * One customer to add.
     *
     * @param seed the customer
     * @param firstNumber the number of the first handle with its letters
     */
    record Entry(SeedEntry seed, int firstNumber) {
        /** Shows the handle only. */
        @Override
        public String toString() {
            return seed.toString();
        }
    }

    static List<Entry> entries(List<SeedEntry> seeds, int firstNumber) {
        return seeds.stream().map(seed -> new Entry(seed, firstNumber)).toList();
    }

    /**
     * Adds customers in their order, and returns their handles.
     *
     * @throws HandleTaken if an entry names a handle that another customer has
     */
    List<CustomerHandle> add(List<Entry> entries, long lastId) throws SQLException {
        reserveNamed(entries);
        readLastNumbers(entries);
        List<CustomerHandle> handles = handles(entries);
        CustomerRows rows = new CustomerRows(dialect);
        List<@Nullable Object[]> inserted = new ArrayList<>();
        for (int i = 0; i < handles.size(); i++) {
            StoredCustomer customer = customer(handles.get(i), lastId + 1 + i, entries.get(i));
            inserted.add(rows.inserted(customer));
        }
        sql.batch(CustomerRows.INSERT, inserted);
        Map<String, Long> lasts = new HashMap<>(Map.of(Counter.IDS, lastId + handles.size()));
        lastNumbers.forEach((letters, last) -> lasts.put(Counter.handles(letters), last));
        counters.set(lasts);
        return handles;
    }

    private static StoredCustomer customer(CustomerHandle handle, long id, Entry entry) {
        CustomerDraft draft = entry.seed().draft();
        return new StoredCustomer(
                handle, id, draft.sections().email(), draft::sections, draft.commentsChangedAt(), Optional.empty());
    }

    private void reserveNamed(List<Entry> entries) throws SQLException {
        Set<CustomerHandle> taken = taken(entries.stream()
                .flatMap(entry -> entry.seed().handle().stream())
                .distinct()
                .toList());
        for (int index = 0; index < entries.size(); index++) {
            Optional<CustomerHandle> handle = entries.get(index).seed().handle();
            if (handle.isPresent() && (taken.contains(handle.get()) || !reserved.add(handle.get()))) {
                throw new HandleTaken(index);
            }
        }
    }

    private void readLastNumbers(List<Entry> entries) throws SQLException {
        for (Entry entry : entries) {
            if (entry.seed().handle().isEmpty()) {
                firstNumbers.putIfAbsent(entry.seed().template().letters(), (long) entry.firstNumber());
            }
        }
        for (Map.Entry<String, Long> first : firstNumbers.entrySet()) {
            lastNumbers.put(
                    first.getKey(),
                    sql.row(
                                    "SELECT last FROM handlekit_counters WHERE name = ?",
                                    row -> row.getLong(1),
                                    Counter.handles(first.getKey()))
                            .orElse(first.getValue() - 1));
        }
    }

    /** Gives out numbers and asks which of their handles customers have, until none of them is taken. */
    private List<CustomerHandle> handles(List<Entry> entries) throws SQLException {
        Map<String, Long> start = Map.copyOf(lastNumbers);
        while (true) {
            List<CustomerHandle> fresh = new ArrayList<>();
            List<CustomerHandle> all = new ArrayList<>();
            for (Entry entry : entries) {
                CustomerHandle handle =
                        entry.seed().handle().orElseGet(() -> next(entry.seed().template()));
                all.add(handle);
                if (entry.seed().handle().isEmpty()) {
                    fresh.add(handle);
                }
            }
            Set<CustomerHandle> taken = taken(fresh);
            if (taken.isEmpty()) {
                return all;
            }
            reserved.addAll(taken);
            lastNumbers.putAll(start);
        }
    }

    private CustomerHandle next(HandleTemplate template) {
        CustomerHandle handle;
        do {
            long number = lastNumbers.merge(template.letters(), 1L, Long::sum);
            handle = template.number(Math.toIntExact(number));
        } while (reserved.contains(handle));
        return handle;
    }

    /** Returns which of these handles customers have. */
    private Set<CustomerHandle> taken(List<CustomerHandle> all) throws SQLException {
        Set<CustomerHandle> taken = new HashSet<>();
        for (int from = 0; from < all.size(); from += MOST_IN_A_QUESTION) {
            List<CustomerHandle> some = all.subList(from, Math.min(from + MOST_IN_A_QUESTION, all.size()));
            taken.addAll(sql.rows(
                    "SELECT handle FROM handlekit_customers WHERE handle IN " + Sql.places(some.size()),
                    row -> new CustomerHandle(dialect.text(row, 1)),
                    some.stream().map(handle -> dialect.key(handle.value())).toArray()));
        }
        return taken;
    }
}
