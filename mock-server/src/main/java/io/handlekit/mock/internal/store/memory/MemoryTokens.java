package io.handlekit.mock.internal.store.memory;

import io.handlekit.mock.internal.store.TokenStore;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens in memory: 32 hexadecimal digits each. When there are more than 10,000, the oldest is revoked. */
public final class MemoryTokens implements TokenStore {
    private static final int MOST_TOKENS = 10_000;
    private static final int DIGITS = 32;
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final OptionalLong seed;
    private final Map<String, Instant> issued = new LinkedHashMap<>();
    private Optional<Mac> mac = Optional.empty();
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
        byte[] login = ByteBuffer.allocate(Long.BYTES).putLong(++logins).array();
        if (mac.isEmpty()) {
            mac = Optional.of(mac());
        }
        String token = HexFormat.of().formatHex(mac.get().doFinal(login)).substring(0, DIGITS);
        issued.put(token, now);
        if (issued.size() > MOST_TOKENS) {
            issued.remove(issued.keySet().iterator().next());
        }
        return token;
    }

    private Mac mac() {
        byte[] key = new byte[KEY_BYTES];
        if (seed.isPresent()) {
            ByteBuffer.wrap(key).putLong(seed.getAsLong());
        } else {
            new SecureRandom().nextBytes(key);
        }
        try {
            Mac fresh = Mac.getInstance(ALGORITHM);
            fresh.init(new SecretKeySpec(key, ALGORITHM));
            return fresh;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
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
        mac = Optional.empty();
    }
}
