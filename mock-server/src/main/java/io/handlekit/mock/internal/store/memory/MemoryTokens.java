package io.handlekit.mock.internal.store.memory;

import io.handlekit.mock.internal.store.StoredItem;
import io.handlekit.mock.internal.store.TokenMaker;
import io.handlekit.mock.internal.store.TokenStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Tokens in memory: 32 hexadecimal digits each. When there are more than 10,000, the oldest is revoked. */
public final class MemoryTokens implements TokenStore {
    private static final int MOST_TOKENS = 10_000;

    private final OptionalLong seed;
    private final Map<String, Instant> issued = new LinkedHashMap<>();
    private Optional<TokenMaker> maker = Optional.empty();
    private long logins;

    /**
     * Creates an empty store.
     *
     * @param seed makes the tokens the same in every run; without one, nobody can guess them
     */
    public MemoryTokens(OptionalLong seed) {
        this.seed = seed;
    }

    @Override
    public synchronized String issue(Instant now) {
        if (maker.isEmpty()) {
            maker = Optional.of(new TokenMaker(seed));
        }
        String token = maker.get().token(++logins);
        issued.put(token, now);
        if (issued.size() > MOST_TOKENS) {
            issued.remove(issued.keySet().iterator().next());
        }
        return token;
    }

    @Override
    public synchronized Optional<Instant> issuedAt(String token) {
        return Optional.ofNullable(issued.get(token));
    }

    @Override
    public synchronized void revoke(String token) {
        issued.remove(token);
    }

    @Override
    public synchronized void reset() {
        issued.clear();
        logins = 0;
        maker = Optional.empty();
    }

    /** Returns how many logins there were. */
    synchronized StoredItem.Counter counter() {
        return new StoredItem.Counter(StoredItem.Counter.LOGINS, logins);
    }

    /** Counts at least as many logins as this counter, if it counts logins. */
    synchronized void count(StoredItem.Counter counter) {
        if (counter.name().equals(StoredItem.Counter.LOGINS)) {
            logins = Math.max(logins, counter.last());
        }
    }
}
