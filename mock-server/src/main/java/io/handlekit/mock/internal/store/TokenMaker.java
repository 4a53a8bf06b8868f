package io.handlekit.mock.internal.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A maker of tokens: 32 hexadecimal digits each. Safe for several threads. */
public final class TokenMaker {
    private static final int DIGITS = 32;
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Creates a maker.
     *
     * @param seed makes the token of a login the same in every run; without one, nobody can guess it
     */
    public TokenMaker(OptionalLong seed) {
        byte[] bytes = new byte[KEY_BYTES];
        if (seed.isPresent()) {
            ByteBuffer.wrap(bytes).putLong(seed.getAsLong());
        } else {
            new SecureRandom().nextBytes(bytes);
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Returns the token of the login with this number. */
    public String token(long login) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(login).array();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(number)).substring(0, DIGITS);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
