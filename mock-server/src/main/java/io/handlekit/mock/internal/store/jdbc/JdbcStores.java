package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.CustomerStore;
import io.handlekit.mock.internal.store.InvalidStore;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoreLocation;
import io.handlekit.mock.internal.store.StoreUnavailable;
import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.store.StoredItem.Counter;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.internal.store.TagStore;
import io.handlekit.mock.internal.store.TokenStore;
import io.handlekit.mock.internal.store.VerificationStore;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The stores in a database. Several mocks may use one PostgreSQL at once. */
public final class JdbcStores implements Stores {
    private final Database database;
    private final JdbcCustomers customers;
    private final JdbcTags tags;
    private final JdbcVerifications verifications;
    private final JdbcTokens tokens;

    private JdbcStores(Database database, OptionalLong tokenSeed) {
        this.database = database;
        customers = new JdbcCustomers(database);
        tags = new JdbcTags(database);
        verifications = new JdbcVerifications(database);
        tokens = new JdbcTokens(database, tokenSeed);
    }

    /**
     * Opens the stores at a location other than memory, and makes their tables if there are none.
     *
     * @param tokenSeed makes the tokens the same in every run; without one, nobody can guess them
     * @throws InvalidStore if what is there is damaged, in use, newer than this program, or does not answer
     */
    public static JdbcStores open(StoreLocation location, OptionalLong tokenSeed) {
        Database database = location.kind() == StoreLocation.Kind.FILE
                ? H2Directory.open(location)
                : new Database(Dialect.POSTGRESQL, PostgresSource.of(location), () -> {});
        try {
            new Schema(database).migrate();
            return new JdbcStores(database, tokenSeed);
        } catch (StoreUnavailable away) {
            database.close();
            throw new InvalidStore(location + ": " + away.getMessage(), away);
        } catch (InvalidStore invalid) {
            database.close();
            throw new InvalidStore(location + ": " + invalid.getMessage(), invalid);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    @Override
    public CustomerStore customers() {
        return customers;
    }

    @Override
    public TagStore tags() {
        return tags;
    }

    @Override
    public VerificationStore verifications() {
        return verifications;
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }

    @Override
    public boolean begin(List<SeedEntry> start, int firstNumber) {
        return database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            Counters counters = new Counters(sql);
            long lastId = counters.lock(Counter.IDS);
            boolean isFirst = counters.start();
            if (isFirst) {
                new Insertion(sql, database.dialect()).add(Insertion.entries(start, firstNumber), lastId);
            }
            return isFirst;
        });
    }

    @Override
    public boolean begin(Iterable<StoredItem> saved) {
        return database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            Counters counters = new Counters(sql);
            counters.lock(Counter.IDS);
            boolean isFirst = counters.start();
            if (isFirst) {
                new Loading(sql, database.dialect()).all(saved);
            }
            return isFirst;
        });
    }

    @Override
    public void reset(List<SeedEntry> start, int firstNumber) {
        database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            clear(sql);
            return new Insertion(sql, database.dialect()).add(Insertion.entries(start, firstNumber), 0);
        });
    }

    /** Deletes rows, which others see until the transaction ends; truncating tables would hide them at once. */
    private static void clear(Sql sql) throws SQLException {
        Counters counters = new Counters(sql);
        counters.lockAll();
        counters.start();
        sql.changeMany("DELETE FROM handlekit_customers");
        sql.changeMany("DELETE FROM handlekit_tags");
        sql.changeMany("DELETE FROM handlekit_verifications");
        counters.reset();
    }

    @Override
    public void save(Consumer<StoredItem> consumer) {
        database.once(connection -> {
            database.dialect().beginSnapshot(connection);
            Sql sql = new Sql(connection);
            new Counters(sql).saved().forEach(consumer);
            CustomerRows rows = new CustomerRows(database.dialect());
            sql.each(
                    "SELECT " + CustomerRows.COLUMNS + " FROM handlekit_customers ORDER BY id",
                    row -> consumer.accept(new StoredItem.Customer(rows.read(row, 1))));
            tags.all(sql).forEach(tag -> consumer.accept(new StoredItem.Tag(tag)));
            verifications.all(sql).forEach(each -> consumer.accept(new StoredItem.Verification(each)));
            return true;
        });
    }

    @Override
    public void load(Iterable<StoredItem> saved) {
        database.inTransaction(connection -> {
            Sql sql = new Sql(connection);
            clear(sql);
            new Loading(sql, database.dialect()).all(saved);
            return true;
        });
    }

    @Override
    public boolean isReady() {
        return database.isReady();
    }

    @Override
    public boolean isShared() {
        return database.dialect() == Dialect.POSTGRESQL;
    }

    @Override
    public void close() {
        customers.close();
        database.close();
    }
}
