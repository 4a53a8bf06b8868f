package io.handlekit.mock.internal.store.memory;

import io.handlekit.mock.internal.store.StoreContract;
import io.handlekit.mock.internal.store.Stores;

/** The store contract on memory. */
class MemoryStoresTest implements StoreContract {
    private final Stores stores = new MemoryStores(Long.MAX_VALUE, SEED);

    @Override
    public Stores stores() {
        return stores;
    }
}
