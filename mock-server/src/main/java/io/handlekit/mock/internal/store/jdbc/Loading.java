package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.HandleTaken;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredItem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items that are written in one transaction, hundreds at a time. */
final class Loading {
    private static final int MOST_AT_ONCE = 500;
    private static final String DUPLICATE = "23505";

    private final Sql sql;
    private final Dialect dialect;
    private final Counters counters;
    private final CustomerRows rows;
    private final List<@Nullable Object[]> customers = new ArrayList<>();
    private int written;
    private long tags;

    Loading(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
        counters = new Counters(sql);
        rows = new CustomerRows(dialect);
    }

    /**
     * Writes all items.
     *
     * @throws HandleTaken if two items are the same
     */
    void all(Iterable<StoredItem> saved) throws SQLException {
        try {
            for (StoredItem item : saved) {
                write(item);
            }
            writeCustomers();
        } catch (SQLException failure) {
            if (Failures.state(failure).equals(DUPLICATE)) {
                throw new HandleTaken(written);
            }
            throw failure;
        }
        counters.set(Counters.TAGS, tags);
    }

    private void write(StoredItem item) throws SQLException {
        if (item instanceof StoredItem.Customer customer) {
            add(customer.customer());
        } else if (item instanceof StoredItem.Counter counter) {
            boolean goesOn = counter.name().equals(StoredItem.Counter.LOGINS);
            counters.set(
                    counter.name(), goesOn ? Math.max(counters.lock(counter.name()), counter.last()) : counter.last());
        } else if (item instanceof StoredItem.Tag tag) {
            sql.change(
                    JdbcTags.INSERT,
                    dialect.key(tag.tag().key()),
                    dialect.key(tag.tag().value()),
                    ++tags);
        } else if (item instanceof StoredItem.Verification verification) {
            sql.change(JdbcVerifications.INSERT, JdbcVerifications.parameters(dialect, verification.verification()));
        }
    }

    private void add(StoredCustomer customer) throws SQLException {
        customers.add(rows.inserted(customer));
        if (customers.size() == MOST_AT_ONCE) {
            writeCustomers();
        }
    }

    private void writeCustomers() throws SQLException {
        sql.batch(CustomerRows.INSERT, customers);
        written += customers.size();
        customers.clear();
    }
}
