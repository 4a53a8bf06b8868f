package io.handlekit.mock.internal.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a mock keeps its customers.
 *
 * @param kind in what
 * @param place the directory, or the URL of the database
 * @param password the password of the database, if it needs one
 */
public record StoreLocation(Kind kind, String place, Optional<String> password) {
    /** The memory of the process. */
    public static final StoreLocation MEMORY = new StoreLocation(Kind.MEMORY, "", Optional.empty());

    private static final String FILE = "file:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * Reads a location: {@code memory}, {@code file:DIR} or {@code jdbc:postgresql://HOST/DATABASE}.
     *
     * @throws IllegalArgumentException if it is none of them, or has a password; the message repeats nothing of it
     */
    public static StoreLocation of(String text) {
        if (text.equals("memory")) {
            return MEMORY;
        }
        if (text.startsWith(FILE) && text.length() > FILE.length()) {
            return new StoreLocation(Kind.FILE, directory(text.substring(FILE.length())), Optional.empty());
        }
        if (text.startsWith(POSTGRESQL)) {
            if (text.contains("@") || text.toLowerCase(Locale.ROOT).contains("password=")) {
                throw new IllegalArgumentException("the URL of the store must not contain a password or an @; the"
                        + " password has an option of its own");
            }
            return new StoreLocation(Kind.POSTGRESQL, text, Optional.empty());
        }
        throw new IllegalArgumentException("the store must be memory or file:DIR or jdbc:postgresql://HOST/DATABASE");
    }

    private static String directory(String name) {
        try {
            if (name.indexOf(';') < 0) {
                return Path.of(name).toAbsolutePath().normalize().toString();
            }
        } catch (InvalidPathException invalid) {
            // Refused below.
        }
        throw new IllegalArgumentException("file: needs the name of a directory, without a semicolon");
    }

    /** Returns this location with a password. */
    public StoreLocation password(String password) {
        return new StoreLocation(kind, place, Optional.of(password));
    }

    /** Returns true if several mocks may use it at the same time. */
    public boolean isShared() {
        return kind == Kind.POSTGRESQL;
    }

    /** Shows the location without the parameters of its URL. */
    @Override
    public String toString() {
        return switch (kind) {
            case MEMORY -> "memory";
            case FILE -> FILE + place;
            case POSTGRESQL -> place.replaceAll("\\?.*", "");
        };
    }

    /** A kind of store. */
    public enum Kind {
        MEMORY,
        FILE,
        POSTGRESQL
    }
}
