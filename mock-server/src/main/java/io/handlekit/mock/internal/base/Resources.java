package io.handlekit.mock.internal.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files in the mock's jar. */
public final class Resources {
    private Resources() {}

    /** Returns the content of a file. */
    public static byte[] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/io/handlekit/mock/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
