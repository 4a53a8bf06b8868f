package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.CustomerStore;
import io.handlekit.mock.internal.store.HandleTemplate;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredItem.Counter;
import io.handlekit.mock.internal.store.StoredPage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Customers in a database. */
final class JdbcCustomers implements CustomerStore, AutoCloseable {
    private static final String FIND = "SELECT " + CustomerRows.COLUMNS + " FROM handlekit_customers WHERE handle = ?";
    private static final String IS_LIVE = " AND deleted_at IS NULL";
    private static final String IS_THERE = "SELECT COUNT(*) FROM handlekit_customers WHERE handle = ?" + IS_LIVE;
    private static final String LOCK = FIND + IS_LIVE + " FOR UPDATE";
    private static final String DELETE = "DELETE FROM handlekit_customers WHERE handle = ?" + IS_LIVE;
    private static final String HIDE = "UPDATE handlekit_customers SET deleted_at = ? WHERE handle = ?" + IS_LIVE;

    private final Database database;
    private final Dialect dialect;
    private final CustomerRows rows;
    private final CreateQueue creates;

    JdbcCustomers(Database database) {
        this.database = database;
        dialect = database.dialect();
        rows = new CustomerRows(dialect);
        creates = new CreateQueue(this::add);
    }

    @Override
    public CustomerHandle create(HandleTemplate template, int firstNumber, CustomerDraft draft) {
        return creates.add(new SeedEntry(Optional.empty(), template, draft), firstNumber);
    }

    @Override
    public List<CustomerHandle> seed(List<SeedEntry> entries, int firstNumber) {
        return add(Insertion.entries(entries, firstNumber));
    }

    private List<CustomerHandle> add(List<Insertion.Entry> entries) {
        return database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            long lastId = new Counters(sql).lock(Counter.IDS);
            return new Insertion(sql, dialect).add(entries, lastId);
        });
    }

    @Override
    public Optional<StoredCustomer> find(CustomerHandle handle) {
        return database.run(
                connection -> new Sql(connection).row(FIND, row -> rows.read(row, 1), dialect.key(handle.value())));
    }

    @Override
    public boolean update(CustomerHandle handle, UnaryOperator<StoredCustomer> change) {
        return database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            Optional<StoredCustomer> before = lock(sql, handle);
            if (before.isEmpty()) {
                return false;
            }
            sql.change(CustomerRows.UPDATE, rows.updated(change.apply(before.get())));
            return true;
        });
    }

    /**
     * Locks a customer. A reset that was under way replaces the row that a statement waits for by another one, which only
     * the next statement sees.
     */
    private Optional<StoredCustomer> lock(Sql sql, CustomerHandle handle) throws SQLException {
        Object key = dialect.key(handle.value());
        Optional<StoredCustomer> locked;
        do {
            locked = sql.row(LOCK, row -> rows.read(row, 1), key);
        } while (locked.isEmpty() && sql.number(IS_THERE, key) > 0);
        return locked;
    }

    @Override
    public boolean delete(CustomerHandle handle, Instant now, boolean keepVisible) {
        return database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            boolean isDeleted;
            do {
                isDeleted = delete(sql, handle, now, keepVisible);
                // As lock() does.
            } while (!isDeleted && sql.number(IS_THERE, dialect.key(handle.value())) > 0);
            return isDeleted;
        });
    }

    private boolean delete(Sql sql, CustomerHandle handle, Instant now, boolean keepVisible) throws SQLException {
        Object key = dialect.key(handle.value());
        return (keepVisible ? sql.change(HIDE, now.toString(), key) : sql.change(DELETE, key)) > 0;
    }

    @Override
    public StoredPage list(CustomerQuery query, boolean bareIsSubstring) {
        return new JdbcListing(database, query, bareIsSubstring).page();
    }

    @Override
    public int count() {
        return database.run(connection -> Math.toIntExact(
                new Sql(connection).number("SELECT COUNT(*) FROM handlekit_customers WHERE deleted_at IS NULL")));
    }

    /** Creates no more customers. */
    @Override
    public void close() {
        creates.close();
    }
}
