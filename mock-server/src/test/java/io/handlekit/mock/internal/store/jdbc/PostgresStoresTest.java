package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.StoreContract;
import io.handlekit.mock.internal.store.StoreLocation;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.testing.Postgres;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The store contract on PostgreSQL, with two instances that take turns. */
class PostgresStoresTest implements StoreContract {
    private static Stores stores;
    private static Stores other;

    @BeforeContainer
    static void open() {
        StoreLocation location = StoreLocation.of(Postgres.freshDatabase());
        stores = JdbcStores.open(location, SEED);
        other = JdbcStores.open(location, SEED);
    }

    @AfterContainer
    static void close() {
        stores.close();
        other.close();
    }

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public Stores restarted() {
        Stores before = stores;
        stores = other;
        other = before;
        return stores;
    }
}
