package io.handlekit.http;

import java.util.Objects;

/**
 * How a caller proves who it is: a token it has, or user name and password to obtain one with.
 *
 * <pre>{@code
 * Credentials.token(System.getenv("OPENPROVIDER_TOKEN"));
 * Credentials.login("reseller", password);
 * Credentials.from(refused -> vault.token(refused));
 * }</pre>
 */
public sealed interface Credentials {
    /** A token that the caller obtained elsewhere. When the service refuses it, calls fail as not authenticated. */
    static Credentials token(String token) {
        return new Token(token);
    }

    /** User name and password. The token got for them is kept, and renewed when the service refuses it. */
    static Credentials login(String username, String password) {
        return new Login(username, password, "");
    }

    /**
     * User name and password, for a token that is good from one address alone.
     *
     * @param ip the address, or {@code 0.0.0.0} for any (article Getting started)
     */
    static Credentials login(String username, String password, String ip) {
        return new Login(username, password, ip);
    }

    /** The caller's own source of tokens. */
    static Credentials from(TokenSource source) {
        return new Source(source);
    }

    /**
     * A source of tokens. See {@link Credentials} for an example.
     *
     * @param tokens the source
     */
    record Source(TokenSource tokens) implements Credentials {
        /** Refuses only {@code null}. */
        public Source {
            Objects.requireNonNull(tokens, "tokens");
        }

        @Override
        public String toString() {
            return "Source[hidden]";
        }
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
        public static boolean isToken(String text) {
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
     * @param ip the address that the token is for, or empty
     */
    record Login(String username, String password, String ip) implements Credentials {
        /** Refuses only {@code null}. */
        public Login {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(ip, "ip");
        }

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }
}
