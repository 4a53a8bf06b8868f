package io.handlekit.mock.internal.base;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings of JSON: UTF-8, UTF-16 and UTF-32, each with or without a byte order mark. */
public final class JsonEncoding {
    private static final int LONGEST_MARK = 4;

    private JsonEncoding() {}

    /** Returns true if the bytes are a text in one of these encodings. */
    public static boolean isValid(byte[] bytes) {
        try {
            of(bytes)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Returns the encoding by the byte order mark, or by where the zero bytes of the first two characters are. */
    private static Charset of(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < LONGEST_MARK; i++) {
            start = start << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0xFF);
        }
        if (start == 0xFEFF || (start & 0xFFFFFF00) == 0) {
            return Charset.forName("UTF-32BE");
        }
        if (start == 0xFFFE0000 || (start & 0x00FFFFFF) == 0) {
            return Charset.forName("UTF-32LE");
        }
        if (start >>> 16 == 0xFEFF || (start & 0xFF000000) == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return start >>> 16 == 0xFFFE || (start & 0x00FF0000) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }
}
