package io.handlekit.http.internal.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** How this client calls itself. */
public final class UserAgent {
    public static final String OURS = "handlekit/" + version();

    private UserAgent() {}

    public static String with(String product) {
        return (OURS + " " + checked(product)).strip();
    }

    /** A text that can stand in a header. */
    public static String checked(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("a User-Agent is printable ASCII");
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
