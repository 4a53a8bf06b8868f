package io.handlekit.mock.internal.base;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The escapes of paths and queries: a percent sign and two hexadecimal digits for each byte of UTF-8. */
public final class PercentEscapes {
    private static final int LENGTH = 3;

    private PercentEscapes() {}

    /**
     * Returns the text that a segment of a path stands for.
     *
     * @throws IllegalArgumentException if an escape is broken, or the bytes are not UTF-8
     */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                decoded.put(raw[i]);
            } else if (i + LENGTH <= raw.length && isHex(raw[i + 1]) && isHex(raw[i + 2])) {
                decoded.put((byte) HexFormat.fromHexDigits(new String(raw, i + 1, 2, StandardCharsets.US_ASCII)));
                i += LENGTH - 1;
            } else {
                throw new IllegalArgumentException("a percent sign needs two hexadecimal digits after it");
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("the escapes are not UTF-8", notUtf8);
        }
    }

    private static boolean isHex(byte octet) {
        return octet >= 0 && HexFormat.isHexDigit(octet);
    }
}
