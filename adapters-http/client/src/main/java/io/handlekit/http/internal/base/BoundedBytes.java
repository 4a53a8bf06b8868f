package io.handlekit.http.internal.base;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Bytes that arrive in chunks, up to a maximum. Not safe for use by several threads. */
public final class BoundedBytes {
    private final int max;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Creates an empty collector that accepts up to {@code max} bytes. */
    public BoundedBytes(int max) {
        this.max = max;
    }

    /**
     * Appends a chunk.
     *
     * @throws TooLarge if the bytes would exceed the maximum; the chunk is not appended
     */
    public void append(byte[] chunk) throws TooLarge {
        if (chunk.length > max - bytes.size()) {
            throw new TooLarge(max);
        }
        bytes.writeBytes(chunk);
    }

    /** Returns a copy of the bytes appended so far. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** The bytes exceed the maximum. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLarge(int max) {
            super("more than " + max + " bytes");
        }
    }
}
