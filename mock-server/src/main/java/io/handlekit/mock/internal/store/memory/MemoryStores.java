package io.handlekit.mock.internal.store.memory;

import io.handlekit.mock.internal.store.CustomerStore;
import io.handlekit.mock.internal.store.SeedEntry;
import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.store.StoredVerification;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.internal.store.TagStore;
import io.handlekit.mock.internal.store.TokenStore;
import io.handlekit.mock.internal.store.VerificationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The stores in memory, which end with the mock. */
public final class MemoryStores implements Stores {
    /** Tags and verifications get this part each of the memory. */
    private static final int SHARE_OF_OTHERS = 16;

    private final MemoryStore customers;
    private final MemoryTags tags;
    private final MemoryVerifications verifications;
    private final MemoryTokens tokens;
    private boolean isStarted;

    /**
     * Creates empty stores.
     *
     * @param mostBytes about how much memory all may take
     * @param tokenSeed makes the tokens the same in every run; without one, nobody can guess them
     */
    public MemoryStores(long mostBytes, OptionalLong tokenSeed) {
        long forEachOther = mostBytes / SHARE_OF_OTHERS;
        customers = new MemoryStore(mostBytes - 2 * forEachOther);
        tags = new MemoryTags(forEachOther);
        verifications = new MemoryVerifications(forEachOther);
        tokens = new MemoryTokens(tokenSeed);
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
    public synchronized boolean begin(List<SeedEntry> start, int firstNumber) {
        boolean isFirst = !isStarted;
        if (isFirst) {
            reset(start, firstNumber);
        }
        return isFirst;
    }

    @Override
    public synchronized boolean begin(Iterable<StoredItem> saved) {
        boolean isFirst = !isStarted;
        if (isFirst) {
            load(saved);
        }
        return isFirst;
    }

    @Override
    public synchronized void reset(List<SeedEntry> start, int firstNumber) {
        customers.reset(start, firstNumber);
        isStarted = true;
        tags.reset();
        verifications.reset();
    }

    @Override
    public synchronized void save(Consumer<StoredItem> consumer) {
        consumer.accept(tokens.counter());
        consumer.accept(verifications.counter());
        customers.save(consumer);
        tags.list("", "").forEach(tag -> consumer.accept(new StoredItem.Tag(tag)));
        verifications.list().forEach(one -> consumer.accept(new StoredItem.Verification(one)));
    }

    @Override
    public synchronized void load(Iterable<StoredItem> saved) {
        List<StoredItem> others = new ArrayList<>();
        customers.load(saved, others::add);
        isStarted = true;
        tags.reset();
        verifications.reset();
        for (StoredItem item : others) {
            if (item instanceof StoredItem.Tag tag) {
                tags.add(tag.tag());
            } else if (item instanceof StoredItem.Verification verification) {
                StoredVerification loaded = verification.verification();
                verifications.change(loaded.email(), before -> Optional.of(loaded));
            } else if (item instanceof StoredItem.Counter counter) {
                verifications.count(counter);
                tokens.count(counter);
            }
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        // The memory is all there is.
    }
}
