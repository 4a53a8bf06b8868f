package io.handlekit.http.internal.call;

import io.handlekit.http.internal.base.HeaderText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The header User-Agent of the client. */
public final class UserAgent {
    /** The name and version of this library. */
    public static final String DEFAULT = "handlekit/" + version();

    private UserAgent() {}

    /** Returns the default followed by a product. */
    public static String with(String product) {
        return (DEFAULT + " " + checked(product)).strip();
    }

    /**
     * Returns the text if a header can carry it.
     *
     * @throws IllegalArgumentException if it is not printable ASCII
     */
    public static String checked(String text) {
        if (!HeaderText.isPrintable(text)) {
            throw new IllegalArgumentException("the User-Agent must be printable ASCII");
        }
        return text;
    }

    private static String version() {
        Properties build = new Properties();
        try (InputStream in = UserAgent.class.getResourceAsStream("/io/handlekit/http/build.properties")) {
            build.load(Objects.requireNonNull(in, "build.properties"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build.getProperty("version");
    }
}
