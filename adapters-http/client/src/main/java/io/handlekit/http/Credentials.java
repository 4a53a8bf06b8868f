package io.handlekit.http;

import java.util.Objects;

/**
 * How a caller proves who it is: a token it has, or user name and password to obtain one with.
 *
 * <pre>{@code
 * Credentials.token(System.getenv("OPENPROVIDER_TOKEN"));
 * Credentials.login("reseller", password);
 * }</pre>
 */
public sealed interface Credentials {
    /** A token that the caller obtained elsewhere. When the service refuses it, calls fail as not authenticated. */
    static Credentials token(String token) {
        return new Token(token);
    }

    /** User name and password. The token got for them is kept, and renewed when the service refuses it. */
    static Credentials login(String username, String password) {
        return new Login(username, password);
    }

    /**
     * A token. See {@link Credentials} for an example.
     *
     * @param value the token
     */
    record Token(String value) implements Credentials {
        /**
         * Takes a token that can stand in a header.
         *
         * @throws IllegalArgumentException if it cannot; the message does not repeat it
         */
        public Token {
            if (!isToken(value)) {
                throw new IllegalArgumentException("a token is printable ASCII without white space");
            }
        }

        /** Whether the text can stand in a header. */
        static boolean isToken(String text) {
            return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
        }

        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /**
     * User name and password. See {@link Credentials} for an example.
     *
     * @param username the user name
     * @param password the password
     */
    record Login(String username, String password) implements Credentials {
        /** Refuses only {@code null}. */
        public Login {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }
}
