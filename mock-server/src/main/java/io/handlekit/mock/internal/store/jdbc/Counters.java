package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.StoredItem.Counter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counters. The one of ids is the lock of all that adds customers: a transaction takes it first, so that customers
 * become visible in the order of their ids, and a number that a transaction takes is used or was never taken.
 */
final class Counters {
    static final String TAGS = "tags";

    private static final String STARTED = "started";

    private final Sql sql;

    Counters(Sql sql) {
        this.sql = sql;
    }

    /** Locks a counter to the end of the transaction, and returns the number that was given out last. */
    long lock(String name) throws SQLException {
        return sql.number("SELECT last FROM handlekit_counters WHERE name = ? FOR UPDATE", name);
    }

    /** Sets the number that was given out last. */
    void set(String name, long last) throws SQLException {
        set(Map.of(name, last));
    }

    /** Sets the numbers that were given out last, by the names of their counters. */
    void set(Map<String, Long> lasts) throws SQLException {
        List<String> names = List.copyOf(lasts.keySet());
        int[] counts = sql.batch(
                "UPDATE handlekit_counters SET last = ? WHERE name = ?",
                names.stream()
                        .map(name -> new @Nullable Object[] {lasts.get(name), name})
                        .toList());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                String name = names.get(i);
                sql.change("INSERT INTO handlekit_counters (name, last) VALUES (?, ?)", name, lasts.get(name));
            }
        }
    }

    /** Returns the next number. */
    long next(String name) throws SQLException {
        long next = lock(name) + 1;
        set(name, next);
        return next;
    }

    /** Marks the store as used. Returns false if it was already; call it with the counter of ids locked. */
    boolean start() throws SQLException {
        boolean isFirst = sql.number("SELECT COUNT(*) FROM handlekit_counters WHERE name = ?", STARTED) == 0;
        if (isFirst) {
            set(STARTED, 1);
        }
        return isFirst;
    }

    /** Locks all counters that a reset changes, in the order in which others lock them. */
    void lockAll() throws SQLException {
        lock(Counter.IDS);
        lock(TAGS);
        lock(Counter.VERIFICATIONS);
    }

    /** Counts everything but logins from the start again. */
    void reset() throws SQLException {
        sql.changeMany("DELETE FROM handlekit_counters WHERE name LIKE 'handles %'");
        set(Counter.IDS, 0);
        set(TAGS, 0);
        set(Counter.VERIFICATIONS, 0);
    }

    /** Returns the counters that are saved: all but that of tags, which have no number that anybody sees. */
    List<Counter> saved() throws SQLException {
        return sql.rows(
                "SELECT name, last FROM handlekit_counters WHERE name NOT IN (?, ?) ORDER BY name",
                row -> new Counter(row.getString(1), row.getLong(2)),
                TAGS,
                STARTED);
    }
}
