package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.internal.store.StoreContract;
import io.handlekit.mock.internal.store.StoreLocation;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.testing.Folders;
import java.nio.file.Path;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The store contract on a directory with H2, which is closed and opened again in the middle. */
class H2StoresTest implements StoreContract {
    private static Path folder;
    private static Stores stores;

    @BeforeContainer
    static void open() {
        folder = Folders.fresh();
        stores = JdbcStores.open(StoreLocation.of("file:" + folder), SEED);
    }

    @AfterContainer
    static void close() {
        stores.close();
        Folders.delete(folder);
    }

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public Stores restarted() {
        stores.close();
        stores = JdbcStores.open(StoreLocation.of("file:" + folder), SEED);
        return stores;
    }
}
