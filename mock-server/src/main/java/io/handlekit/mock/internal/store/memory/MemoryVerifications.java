package io.handlekit.mock.internal.store.memory;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Verifications in memory. */
public final class MemoryVerifications implements VerificationStore {
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<String, StoredVerification> byEmail = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredVerification> change(String email, UnaryOperator<Optional<StoredVerification>> change) {
        return Optional.ofNullable(byEmail.compute(
                email,
                (same, before) -> change.apply(Optional.ofNullable(before))
                        .map(after ->
                                after.id() == StoredVerification.NEW ? after.withId(lastId.incrementAndGet()) : after)
                        .orElse(null)));
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

    /** Stores a verification that was saved. */
    void put(StoredVerification saved) {
        byEmail.put(saved.email(), saved);
    }

    /** Returns the id that was given out last. */
    StoredItem.Counter counter() {
        return new StoredItem.Counter(StoredItem.Counter.VERIFICATIONS, lastId.get());
    }

    /** Sets the id that was given out last, if that is what the counter counts. */
    void count(StoredItem.Counter counter) {
        if (counter.name().equals(StoredItem.Counter.VERIFICATIONS)) {
            lastId.set(Math.toIntExact(counter.last()));
        }
    }

    @Override
    public List<StoredVerification> list() {
        return byEmail.values().stream()
                .sorted(Comparator.comparingInt(StoredVerification::id))
                .toList();
    }

    /** Removes all verifications, and counts ids from the start again. */
    public void reset() {
        byEmail.clear();
        lastId.set(0);
    }
}
