package io.handlekit.mock.internal.store.memory;

import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.store.StoredVerification;
import io.handlekit.mock.internal.store.VerificationStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Verifications in memory, with a bound on their size. */
public final class MemoryVerifications implements VerificationStore {
    /** About what a verification takes beyond its address. */
    private static final long OVERHEAD = 300;

    private final long mostBytes;
    private final Map<String, StoredVerification> byEmail = new ConcurrentHashMap<>();
    private long bytes;
    private int lastId;

    /**
     * Creates an empty store.
     *
     * @param mostBytes about how much memory its verifications may take
     */
    public MemoryVerifications(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized Optional<StoredVerification> change(
            String email, UnaryOperator<Optional<StoredVerification>> change) {
        Optional<StoredVerification> before = Optional.ofNullable(byEmail.get(email));
        Optional<StoredVerification> after = change.apply(before)
                .map(changed -> changed.id() == StoredVerification.NEW ? changed.withId(lastId + 1) : changed);
        reserve((after.isPresent() ? size(email) : 0) - (before.isPresent() ? size(email) : 0));
        after.ifPresentOrElse(changed -> byEmail.put(email, changed), () -> byEmail.remove(email));
        lastId = Math.max(lastId, after.map(StoredVerification::id).orElse(0));
        return after;
    }

    /** Returns the id that was given out last. */
    synchronized StoredItem.Counter counter() {
        return new StoredItem.Counter(StoredItem.Counter.VERIFICATIONS, lastId);
    }

    /** Sets the id that was given out last, if that is what the counter counts. */
    synchronized void count(StoredItem.Counter counter) {
        if (counter.name().equals(StoredItem.Counter.VERIFICATIONS)) {
            lastId = Math.toIntExact(counter.last());
        }
    }

    private static long size(String email) {
        return OVERHEAD + email.length();
    }

    private void reserve(long more) {
        if (more > 0 && bytes + more > mostBytes) {
            throw new StoreFull();
        }
        bytes += more;
    }

    @Override
    public Map<String, StoredVerification> find(Collection<String> emails) {
        Map<String, StoredVerification> found = new HashMap<>();
        for (String email : emails) {
            StoredVerification verification = byEmail.get(email);
            if (verification != null) {
                found.put(email, verification);
            }
        }
        return found;
    }

    @Override
    public List<StoredVerification> list() {
        return byEmail.values().stream()
                .sorted(Comparator.comparingInt(StoredVerification::id))
                .toList();
    }

    /** Removes all verifications, and counts ids from the start again. */
    public synchronized void reset() {
        byEmail.clear();
        bytes = 0;
        lastId = 0;
    }
}
